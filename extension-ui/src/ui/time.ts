/** `3:07`, `1:02:03`; never negative. */
export const duration = (seconds: number): string => {
  const whole = Math.max(0, Math.floor(seconds));
  const rest = String(whole % 60).padStart(2, '0');
  const minutes = Math.floor(whole / 60);
  if (minutes < 60) return `${minutes}:${rest}`;
  return `${Math.floor(minutes / 60)}:${String(minutes % 60).padStart(2, '0')}:${rest}`;
};

/** The time of day in the viewer's own manner. */
export const clockTime = (instant: string): string =>
  new Intl.DateTimeFormat(undefined, { hour: 'numeric', minute: '2-digit' }).format(new Date(instant));

/** Day and time of day, for what is not of today. */
export const dayAndTime = (instant: string): string =>
  new Intl.DateTimeFormat(undefined, {
    month: 'short',
    day: 'numeric',
    hour: 'numeric',
    minute: '2-digit',
  }).format(new Date(instant));

/** Date with its year and time of day, for what may be of any year. */
export const dateAndTime = (instant: string, { hasWeekday = false } = {}): string =>
  new Intl.DateTimeFormat(undefined, {
    ...(hasWeekday ? { weekday: 'short' } : {}),
    year: 'numeric',
    month: 'short',
    day: 'numeric',
    hour: 'numeric',
    minute: '2-digit',
  }).format(new Date(instant));

/** Date, time and zone, for hovering. */
export const fullTime = (instant: string): string =>
  new Intl.DateTimeFormat(undefined, { dateStyle: 'full', timeStyle: 'long' }).format(new Date(instant));
