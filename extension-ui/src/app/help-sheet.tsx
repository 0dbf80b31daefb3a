import { Dialog } from '@base-ui/react/dialog';
import type { Outcome } from '@twenty-dialer/contract';
import { useRef } from 'react';
import { ShortcutList } from './shortcut-list.tsx';

export type HelpSheetProps = { onClose: () => void; outcomes: readonly Outcome[] };

/** All shortcuts on one sheet, opened with `?`. */
const HelpSheet = ({ onClose, outcomes }: HelpSheetProps) => {
  // The sheet, not its last button: a small window would open it at its end.
  const sheet = useRef<HTMLDivElement>(null);
  return (
    <Dialog.Root open onOpenChange={(isOpen) => !isOpen && onClose()}>
      <Dialog.Portal>
        <Dialog.Backdrop className="veil" />
        <Dialog.Popup ref={sheet} className="dialog" initialFocus={sheet}>
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
};
export default HelpSheet;
