import { Dialog } from '@base-ui/react/dialog';
import type { Outcome } from '@twenty-dialer/contract';
import { Keys } from '../ui/hint.tsx';
import { SHORTCUTS } from '../ui/shortcuts.ts';

export type HelpSheetProps = {
  isOpen: boolean;
  onOpenChange: (isOpen: boolean) => void;
  outcomes: readonly Outcome[];
};

/** All shortcuts on one sheet, opened with `?`. */
export const HelpSheet = ({ isOpen, onOpenChange, outcomes }: HelpSheetProps) => (
  <Dialog.Root open={isOpen} onOpenChange={onOpenChange}>
    <Dialog.Portal>
      <Dialog.Backdrop className="veil" />
      <Dialog.Popup className="dialog">
        <Dialog.Title className="dialog__title">Keyboard</Dialog.Title>
        <Dialog.Description className="quiet">
          Single keys rest while you type. Esc never hangs up.
        </Dialog.Description>
        <ShortcutList outcomes={outcomes} />
        <div className="dialog__actions">
          <Dialog.Close className="button">Close</Dialog.Close>
        </div>
      </Dialog.Popup>
    </Dialog.Portal>
  </Dialog.Root>
);

const GROUPS = [...new Set(Object.values(SHORTCUTS).map(({ group }) => group))];

export const ShortcutList = ({ outcomes }: { outcomes: readonly Outcome[] }) => (
  <div className="shortcuts">
    {GROUPS.map((group) => (
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
        {outcomes.map(({ keyPress, label }) => (
          <Row key={keyPress} keys={keyPress} does={label} />
        ))}
      </dl>
    </section>
  </div>
);

const Row = ({ keys, does }: { keys: string; does: string }) => (
  <div>
    <dt>{does}</dt>
    <dd>
      <Keys keys={keys} />
      <span className="for-screen-readers">{keys}</span>
    </dd>
  </div>
);
