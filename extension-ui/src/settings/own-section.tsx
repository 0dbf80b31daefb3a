import { Theme } from '@twenty-dialer/contract';
import { useId, useState } from 'react';
import { isRingToneWanted, setRingToneWanted } from '../app/preferences.ts';
import { formatPhone, toE164 } from '../dialer/phone-format.ts';
import { useDesk } from '../dialer/use-dialer.ts';
import { usePressed } from '../ui/use-pressed.ts';
import { Saving } from './saving.tsx';
import { SignOutEverywhere } from './sign-out-everywhere.tsx';
import { useChangeOwn } from './use-settings.ts';

const THEMES: Record<Theme, string> = { system: 'As this computer', light: 'Light', dark: 'Dark' };

/** What somebody sets for themselves. */
export const OwnSection = () => {
  const { settings } = useDesk().owner;
  const change = useChangeOwn();
  const [theme, pressTheme] = usePressed(settings.theme, (next) => change.mutateAsync({ theme: next }));
  const [singleKeys, pressSingleKeys] = usePressed(settings.singleKeys, (next) =>
    change.mutateAsync({ singleKeys: next }),
  );
  return (
    <section className="settings__part" aria-labelledby="settings-own">
      <h2 id="settings-own">For you, on every computer</h2>
      <fieldset className="settings__choices">
        <legend>Appearance</legend>
        {Theme.options.map((one) => (
          <label key={one}>
            <input type="radio" name="theme" checked={theme === one} onChange={() => pressTheme(one)} />
            {THEMES[one]}
          </label>
        ))}
      </fieldset>
      <label className="settings__check">
        <input
          type="checkbox"
          checked={singleKeys}
          onChange={(event) => pressSingleKeys(event.currentTarget.checked)}
        />
        Single letters are shortcuts
      </label>
      <p className="quiet settings__hint">
        Turn this off if you dictate. Outcomes then need Alt with their key; shortcuts with Ctrl or Alt stay.
      </p>
      <OwnNumber change={change} />
      <Saving change={change} />
      <SignOutEverywhere />
      <h2>On this computer</h2>
      <RingTone />
    </section>
  );
};

const OwnNumber = ({ change }: { change: ReturnType<typeof useChangeOwn> }) => {
  const { settings, defaultCountry } = useDesk().owner;
  const id = useId();
  const held = settings.ownNumber === null ? '' : formatPhone(settings.ownNumber, defaultCountry);
  const [typed, setTyped] = useState(held);
  const [fault, setFault] = useState<string | null>(null);
  const save = () => {
    const ownNumber = toE164(typed, defaultCountry);
    const isWrong = ownNumber === null && typed.trim() !== '';
    setFault(isWrong ? 'This is no complete number. Write it with its country, as +1 202 555 0123.' : null);
    if (!isWrong) change.mutate({ ownNumber });
  };
  return (
    <form
      className="settings__line"
      onSubmit={(event) => {
        event.preventDefault();
        save();
      }}
    >
      <label htmlFor={id}>Your telephone, for calls on the manual line</label>
      <div className="settings__row">
        <input
          id={id}
          type="tel"
          className="field"
          autoComplete="tel"
          value={typed}
          aria-invalid={fault !== null}
          aria-describedby={`${id}-hint`}
          onChange={(event) => setTyped(event.currentTarget.value)}
        />
        <button type="submit" className="button" disabled={change.isPending || typed === held}>
          Save
        </button>
      </div>
      <p
        id={`${id}-hint`}
        className={fault === null ? 'quiet settings__hint' : 'settings__fault'}
        role="status"
      >
        {fault ?? 'Told in Twenty as the number that called. Leave it empty to tell none.'}
      </p>
    </form>
  );
};

const RingTone = () => {
  const [isWanted, setWanted] = useState(isRingToneWanted);
  return (
    <label className="settings__check">
      <input
        type="checkbox"
        checked={isWanted}
        onChange={(event) => {
          setRingToneWanted(event.currentTarget.checked);
          setWanted(event.currentTarget.checked);
        }}
      />
      Quiet ring tone on the practice line
    </label>
  );
};
