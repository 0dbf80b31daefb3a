import { useId, useState } from 'react';
import { toE164 } from '../dialer/phone-format.ts';
import { useDesk } from '../dialer/use-dialer.ts';
import { type PartProps, SettingForm } from './setting-form.tsx';
import { useChangeWorkspace } from './use-settings.ts';

/** Numbers of the team itself: a call with one of them was a call with nobody of the CRM. */
export const OwnNumbers = ({ view }: PartProps) => {
  const change = useChangeWorkspace();
  const { defaultCountry } = useDesk().owner;
  const id = useId();
  const held = view.values.ownNumbers.join('\n');
  const [draft, setDraft] = useState<string | null>(null);
  const [fault, setFault] = useState<string | null>(null);
  const save = () => {
    const typed = (draft ?? held).split(/[\n,;]/).map((line) => line.trim());
    const read = typed
      .filter((line) => line !== '')
      .map((line) => ({ line, number: toE164(line, defaultCountry) }));
    const wrong = read.find(({ number }) => number === null);
    setFault(
      wrong === undefined ? null : `“${wrong.line}” is no complete number. Write it as +1 202 555 0123.`,
    );
    if (wrong !== undefined) return;
    const ownNumbers = [...new Set(read.flatMap(({ number }) => (number === null ? [] : [number])))];
    change.mutate({ ownNumbers }, { onSuccess: () => setDraft(null) });
  };
  return (
    <SettingForm
      view={view}
      name="ownNumbers"
      title="Numbers of the team"
      words="Nobody of the CRM is ever looked for behind these, and none of them goes on the do-not-call list."
      isChanged={draft !== null && draft !== held}
      change={change}
      onSave={save}
    >
      <label htmlFor={id}>One number a line</label>
      <textarea
        id={id}
        className="field settings__numbers"
        rows={4}
        spellCheck={false}
        value={draft ?? held}
        aria-invalid={fault !== null}
        aria-describedby={`${id}-fault`}
        onChange={(event) => setDraft(event.currentTarget.value)}
      />
      <p id={`${id}-fault`} className="settings__fault" role="alert">
        {fault}
      </p>
    </SettingForm>
  );
};
