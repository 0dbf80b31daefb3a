import { AlertDialog } from '@base-ui/react/alert-dialog';
import { type FormEvent, type ReactNode, useId, useRef, useState } from 'react';
import { wordsFor } from '../worker-client/problem-error.ts';

export type ReasonDialogProps = {
  title: string;
  /** What will happen, and what will not. */
  children: ReactNode;
  label: string;
  placeholder: string;
  action: string;
  isBusy: boolean;
  error: unknown;
  onReason: (reason: string) => void;
  onClose: () => void;
};

const SHORTEST = 3;
const LONGEST = 500;

/** Asks for a reason before something is done that a colleague will want to understand. */
export const ReasonDialog = (props: ReasonDialogProps) => {
  const { title, children, label, placeholder, action, isBusy, error, onReason, onClose } = props;
  const [reason, setReason] = useState('');
  const [isMissing, setMissing] = useState(false);
  const field = useRef<HTMLTextAreaElement>(null);
  const id = useId();
  const isShort = reason.trim().length < SHORTEST;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setMissing(isShort);
    if (isShort) field.current?.focus();
    else if (!isBusy) onReason(reason.trim());
  };
  const problem = error == null ? null : wordsFor(error);
  return (
    <AlertDialog.Root open onOpenChange={(isOpen) => !isOpen && onClose()}>
      <AlertDialog.Portal>
        <AlertDialog.Backdrop className="veil" />
        <AlertDialog.Popup className="dialog" initialFocus={field}>
          <form className="reason" onSubmit={submit}>
            <AlertDialog.Title className="dialog__title">{title}</AlertDialog.Title>
            <AlertDialog.Description>{children}</AlertDialog.Description>
            <label htmlFor={id}>{label}</label>
            <textarea
              ref={field}
              id={id}
              className="field reason__field"
              placeholder={placeholder}
              maxLength={LONGEST}
              value={reason}
              aria-invalid={isMissing && isShort}
              aria-describedby={`${id}-trouble`}
              onChange={(event) => setReason(event.currentTarget.value)}
            />
            <p id={`${id}-trouble`} className="form__trouble" role="alert">
              {isMissing && isShort ? 'Say why, in a few words.' : ''}
              {problem === null ? '' : `${problem.what} ${problem.remedy}`}
            </p>
            <div className="dialog__actions">
              <AlertDialog.Close className="button">Cancel</AlertDialog.Close>
              <button type="submit" className="button button--main" aria-disabled={isBusy}>
                {action}
              </button>
            </div>
          </form>
        </AlertDialog.Popup>
      </AlertDialog.Portal>
    </AlertDialog.Root>
  );
};
