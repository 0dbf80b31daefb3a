import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { ComparedField, DeliveryEdit, DeliveryPage } from '@twenty-dialer/contract';
import { type FormEvent, useEffect, useId, useRef, useState } from 'react';
import { z } from 'zod';
import { useKept } from '../history/use-kept.ts';
import { isProblem, ProblemError, wordsFor } from '../worker-client/problem-error.ts';
import { EditField } from './edit-field.tsx';
import { kindOf, readTyped, typedOf } from './field-values.ts';
import { deliveryKey, useDeliveriesClient } from './use-deliveries.ts';

/** What was typed, and how the record was when the typing began: kept on this computer until it is saved or let go. */
const KeptEdit = z.object({
  version: z.number(),
  start: z.record(z.string(), z.string()),
  typed: z.record(z.string(), z.string()),
  reason: z.string(),
});
export type KeptEdit = z.infer<typeof KeptEdit>;

export const useEditKept = ({ delivery, version, fields }: DeliveryPage) => {
  const [kept, keep] = useKept<KeptEdit>(`delivery:${delivery.slot}`, KeptEdit);
  const open = () => keep({ version, start: typedFields(fields), typed: {}, reason: '' });
  return { kept, keep, open };
};

const editable = (fields: readonly ComparedField[]) => fields.filter(({ isEditable }) => isEditable);
const typedFields = (fields: readonly ComparedField[]): Record<string, string> =>
  Object.fromEntries(
    editable(fields).map(({ name, here, inTwenty }) => [name, typedOf(here, kindOf(here, inTwenty))]),
  );

export type EditFormProps = {
  page: DeliveryPage;
  kept: KeptEdit;
  onKeep: (kept: KeptEdit | null) => void;
  onClose: () => void;
};

/** Other values for what Twenty refuses. What somebody else changed meanwhile stands beside what was typed here. */
export const EditForm = ({ page, kept, onKeep, onClose }: EditFormProps) => {
  const present = typedFields(page.fields);
  const form = useRef<HTMLFormElement>(null);
  const reasonId = useId();
  const { troubles, general, isBusy, submit } = useSave({ page, kept, present, onClose });
  const isNewer = page.version !== kept.version;
  useEffect(() => form.current?.querySelector<HTMLElement>('input, textarea, select')?.focus(), []);
  const type = (name: string, text: string) => onKeep({ ...kept, typed: { ...kept.typed, [name]: text } });
  const takePresent = (name: string) => {
    const { [name]: _mine, ...typed } = kept.typed;
    onKeep({ ...kept, typed, start: { ...kept.start, [name]: present[name] ?? '' } });
  };
  const onSubmit = async (event: FormEvent) => {
    event.preventDefault();
    if (!(await submit())) form.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
  };
  const refused = page.attempts.find(({ field }) => field !== null)?.field;
  const isFirst = ({ name }: ComparedField) => name === refused;
  const isToBeSeen = ({ name }: ComparedField) =>
    troubles[`fields.${name}`] !== undefined || kept.typed[name] !== undefined;
  const first = editable(page.fields).filter(isFirst);
  const rest = editable(page.fields).filter((field) => !isFirst(field));
  const fieldOf = (field: ComparedField) => (
    <EditField
      key={field.name}
      field={field}
      typed={kept.typed[field.name] ?? present[field.name] ?? ''}
      other={otherOf(field.name, kept, present)}
      trouble={troubles[`fields.${field.name}`]}
      isRefused={isFirst(field)}
      onType={(text) => type(field.name, text)}
      onTakeOther={() => takePresent(field.name)}
    />
  );
  return (
    <form
      ref={form}
      className="delivery__part edit"
      aria-labelledby={`${reasonId}-title`}
      onSubmit={onSubmit}
    >
      <h2 id={`${reasonId}-title`}>Edit and try again</h2>
      {isNewer ? (
        <p className="edit__newer" role="status">
          Somebody, or a report of the rep, changed this record after you began. What you typed is kept; where
          both changed a field, choose.
        </p>
      ) : null}
      {first.map(fieldOf)}
      {rest.length === 0 ? null : (
        <details className="edit__rest" open={first.length === 0 || rest.some(isToBeSeen)}>
          <summary>{first.length === 0 ? 'Fields' : 'All other fields'}</summary>
          {rest.map(fieldOf)}
        </details>
      )}
      <div className="edit__field">
        <label htmlFor={reasonId}>Why is it changed?</label>
        <input
          id={reasonId}
          className="field"
          value={kept.reason}
          maxLength={500}
          aria-invalid={troubles.reason !== undefined}
          aria-describedby={`${reasonId}-trouble`}
          onChange={(event) => onKeep({ ...kept, reason: event.currentTarget.value })}
        />
        <p id={`${reasonId}-trouble`} className="form__trouble" role="alert">
          {troubles.reason ?? ''}
        </p>
      </div>
      <p className="form__trouble" role="alert">
        {general}
      </p>
      <div className="delivery__actions">
        <button type="button" className="button" onClick={onClose}>
          Cancel
        </button>
        <button type="submit" className="button button--main" aria-disabled={isBusy}>
          Save and try again
        </button>
      </div>
    </form>
  );
};

/** What stands in the field now, where that was changed both here and elsewhere since the typing began. */
const otherOf = (
  name: string,
  { typed, start }: KeptEdit,
  present: Record<string, string>,
): string | null => {
  const mine = typed[name];
  const now = present[name] ?? '';
  return mine === undefined || mine === now || now === (start[name] ?? '') ? null : now;
};

type Save = Pick<EditFormProps, 'page' | 'kept' | 'onClose'> & { present: Record<string, string> };
const useSave = ({ page, kept, present, onClose }: Save) => {
  const client = useDeliveriesClient();
  const queries = useQueryClient();
  const { slot } = page.delivery;
  const [own, setOwn] = useState<Record<string, string>>({});
  const saving = useMutation({
    mutationFn: (edit: DeliveryEdit) => client.edit(slot, edit),
    onSuccess: (next) => {
      queries.setQueryData(deliveryKey(slot), next);
      void queries.invalidateQueries({ queryKey: ['deliveries'] });
      onClose();
    },
    // The newer record comes to stand beside what was typed.
    onError: () => void queries.invalidateQueries({ queryKey: deliveryKey(slot) }),
  });
  const submit = async (): Promise<boolean> => {
    const { fields, wrong } = changedFields(page.fields, kept, present);
    const reason = kept.reason.trim();
    if (reason.length < 3) wrong.reason = 'Say why, in a few words.';
    if (Object.keys(fields).length === 0 && Object.keys(wrong).length === 0)
      wrong.form = 'Change a field first.';
    setOwn(wrong);
    if (Object.keys(wrong).length > 0 || saving.isPending) return false;
    return saving
      .mutateAsync({ version: page.version, fields, reason })
      .then(() => true)
      .catch(() => false);
  };
  return {
    troubles: { ...refusedFields(saving.error), ...own },
    general: own.form ?? generalWords(saving.error),
    isBusy: saving.isPending,
    submit,
  };
};

/** The values that are others than those that stand there, and what cannot be read of what was typed. */
const changedFields = (
  fields: readonly ComparedField[],
  { typed }: KeptEdit,
  present: Record<string, string>,
) => {
  const changed: DeliveryEdit['fields'] = {};
  const wrong: Record<string, string> = {};
  for (const { name, here, inTwenty } of editable(fields)) {
    const text = typed[name];
    if (text === undefined || text === present[name]) continue;
    const read = readTyped(text, kindOf(here, inTwenty), here);
    if ('trouble' in read) wrong[`fields.${name}`] = read.trouble;
    else changed[name] = z.json().parse(read.value);
  }
  return { fields: changed, wrong };
};

const refusedFields = (error: unknown): Record<string, string> =>
  error instanceof ProblemError
    ? Object.fromEntries(error.problem.fields.map(({ path, message }) => [path, message]))
    : {};

const generalWords = (error: unknown): string => {
  if (error === null) return '';
  const { what, remedy } = wordsFor(error);
  return isProblem(error, 'delivery-changed')
    ? `${what} Look at what stands there now, and save again if yours is still right.`
    : `${what} ${remedy}`;
};
