/** How loud the synthesized ring is, 0 to 1: heard in a headset, not in the room. */
const LOUDNESS = 0.03;
const RING_SECONDS = 2;
const EVERY_MS = 6_000;

/**
 * A quiet ring made by the browser itself, two seconds in six. Silent where the browser has no sound
 * or the rep has switched it off.
 */
export const createRingTone = (isWanted: () => boolean) => {
  let context: AudioContext | null = null;
  let timer: ReturnType<typeof setInterval> | null = null;

  const ringOnce = (audio: AudioContext) => {
    const gain = audio.createGain();
    const from = audio.currentTime;
    gain.gain.setValueAtTime(0, from);
    gain.gain.linearRampToValueAtTime(LOUDNESS, from + 0.05);
    gain.gain.setValueAtTime(LOUDNESS, from + RING_SECONDS - 0.05);
    gain.gain.linearRampToValueAtTime(0, from + RING_SECONDS);
    gain.connect(audio.destination);
    for (const hertz of [440, 480]) {
      const tone = audio.createOscillator();
      tone.frequency.value = hertz;
      tone.connect(gain);
      tone.start(from);
      tone.stop(from + RING_SECONDS);
    }
  };

  const stop = () => {
    if (timer !== null) clearInterval(timer);
    timer = null;
    // Closing cuts a ring that is still sounding when somebody answers.
    void context?.close();
    context = null;
  };

  return (isRinging: boolean) => {
    stop();
    if (!isRinging || !isWanted() || typeof AudioContext === 'undefined') return;
    const audio = new AudioContext();
    context = audio;
    ringOnce(audio);
    timer = setInterval(() => ringOnce(audio), EVERY_MS);
  };
};
