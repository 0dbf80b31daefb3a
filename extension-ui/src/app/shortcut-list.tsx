import type { Outcome } from '@twenty-dialer/contract';
import { Keys } from '../ui/hint.tsx';
import { ADMINS, SHORTCUTS } from '../ui/shortcuts.ts';
import { useIsOffered } from './may.ts';

const GROUPS = [...new Set(Object.values(SHORTCUTS).map(({ group }) => group))];

/** Every shortcut with what it does, by the moment at which it works. */
export const ShortcutList = ({ outcomes }: { outcomes: readonly Outcome[] }) => {
  const seesDeliveries = useIsOffered('see-deliveries');
  return (
    <div className="shortcuts">
      {GROUPS.filter((group) => seesDeliveries || group !== ADMINS).map((group) => (
        <section key={group}>
          <h2>{group}</h2>
          <dl>
            {Object.values(SHORTCUTS)
              .filter((shortcut) => shortcut.group === group)
              .map(({ keys, does }) => (
                <Row key={keys} keys={keys} does={does} />
              ))}
          </dl>
        </section>
      ))}
      <section>
        <h2>Outcomes (in the note with Alt)</h2>
        <dl>
          {outcomes
            .filter(({ isOffered }) => isOffered)
            .map(({ keyPress, label }) => (
              <Row key={keyPress} keys={keyPress} does={label} />
            ))}
        </dl>
      </section>
    </div>
  );
};

const Row = ({ keys, does }: { keys: string; does: string }) => (
  <div>
    <dt>{does}</dt>
    <dd>
      <Keys keys={keys} />
      <span className="for-screen-readers">{keys}</span>
    </dd>
  </div>
);
