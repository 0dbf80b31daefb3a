import { IconArchive, IconPencil, IconRefresh, IconUserQuestion } from '@tabler/icons-react';
import type { DeliveryPage } from '@twenty-dialer/contract';
import { useRef, useState } from 'react';
import { Trouble } from '../ui/trouble.tsx';
import { canDismiss, canRedrive, DISMISSED_WORDS, titleOf } from './delivery-words.ts';
import { EditForm, useEditKept } from './edit-form.tsx';
import { PersonChoice } from './person-choice.tsx';
import { ReasonDialog } from './reason-dialog.tsx';
import { useStartJob } from './use-jobs.ts';

/** What an admin can do about one record. */
export const DeliveryActions = ({ page }: { page: DeliveryPage }) => {
  const { delivery, fields, unmatchedNumber } = page;
  const edit = useEditKept(page);
  const editButton = useRef<HTMLButtonElement>(null);
  const [isDismissing, setDismissing] = useState(false);
  const [isChoosing, setChoosing] = useState(false);
  const redrive = useStartJob();
  const dismiss = useStartJob({ onStarted: () => setDismissing(false) });
  const selection = { slots: [delivery.slot] };
  const canEdit = canRedrive(delivery) && fields.some(({ isEditable }) => isEditable);
  const tryAgain = () => {
    if (!redrive.isPending) redrive.mutate({ action: 'redrive', selection });
  };
  const closeEdit = () => {
    edit.keep(null);
    // The form goes with its fields; the fingers go back to where they came from.
    requestAnimationFrame(() => editButton.current?.focus());
  };
  const isEditing = edit.kept !== null && canEdit;
  return (
    <>
      <div className="delivery__actions">
        {canRedrive(delivery) ? (
          <button
            type="button"
            className="button button--main"
            aria-disabled={redrive.isPending}
            onClick={tryAgain}
          >
            <IconRefresh size={16} aria-hidden="true" />
            Try again
          </button>
        ) : null}
        {canEdit ? (
          <button
            ref={editButton}
            type="button"
            className="button"
            aria-expanded={isEditing}
            onClick={() => (isEditing ? closeEdit() : edit.open())}
          >
            <IconPencil size={16} aria-hidden="true" />
            Edit and try again
          </button>
        ) : null}
        {unmatchedNumber === null ? null : (
          <button
            type="button"
            className="button"
            aria-expanded={isChoosing}
            onClick={() => setChoosing(!isChoosing)}
          >
            <IconUserQuestion size={16} aria-hidden="true" />
            Choose a person
          </button>
        )}
        {canDismiss(delivery) ? (
          <button type="button" className="button" onClick={() => setDismissing(true)}>
            <IconArchive size={16} aria-hidden="true" />
            Dismiss
          </button>
        ) : null}
      </div>
      {redrive.error === null ? null : <Trouble error={redrive.error} onTryAgain={tryAgain} />}
      {isEditing && edit.kept !== null ? (
        <EditForm page={page} kept={edit.kept} onKeep={edit.keep} onClose={closeEdit} />
      ) : null}
      {isChoosing && unmatchedNumber !== null ? (
        <PersonChoice slot={delivery.slot} number={unmatchedNumber} onChosen={() => setChoosing(false)} />
      ) : null}
      {isDismissing ? (
        <ReasonDialog
          title={`Dismiss “${titleOf(delivery)}”?`}
          label="Why is it given up?"
          placeholder="For example: a test call"
          action="Dismiss"
          isBusy={dismiss.isPending}
          error={dismiss.error}
          onReason={(reason) => dismiss.mutate({ action: 'dismiss', selection, reason })}
          onClose={() => setDismissing(false)}
        >
          {DISMISSED_WORDS}
        </ReasonDialog>
      ) : null}
    </>
  );
};
