import type { ComparedField } from '@twenty-dialer/contract';
import { useId } from 'react';
import { fieldWords, kindOf, valueWords } from './field-values.ts';

export type EditFieldProps = {
  field: ComparedField;
  typed: string;
  /** What somebody else has put here meanwhile; null where nobody did. */
  other: string | null;
  trouble: string | undefined;
  /** Twenty named this field when it refused the record. */
  isRefused: boolean;
  onType: (text: string) => void;
  onTakeOther: () => void;
};

/** One field of a record, written by the type of its value. */
export const EditField = ({
  field,
  typed,
  other,
  trouble,
  isRefused,
  onType,
  onTakeOther,
}: EditFieldProps) => {
  const id = useId();
  const kind = kindOf(field.here, field.inTwenty);
  const looks = {
    id,
    className: 'field',
    value: typed,
    'aria-invalid': trouble !== undefined,
    'aria-describedby': `${id}-more`,
  };
  return (
    <div className={isRefused ? 'edit__field edit__field--refused' : 'edit__field'}>
      <label htmlFor={id}>
        {fieldWords(field.name)}
        {isRefused ? <span className="tag tag--orange">Twenty refused this</span> : null}
      </label>
      {kind === 'yes-no' ? (
        <select {...looks} onChange={(event) => onType(event.currentTarget.value)}>
          <option value="true">Yes</option>
          <option value="false">No</option>
        </select>
      ) : null}
      {kind === 'long-text' || kind === 'json' ? (
        <textarea
          {...looks}
          rows={kind === 'json' ? 5 : 3}
          onChange={(event) => onType(event.currentTarget.value)}
        />
      ) : null}
      {kind === 'text' || kind === 'number' ? (
        <input
          {...looks}
          inputMode={kind === 'number' ? 'decimal' : 'text'}
          autoComplete="off"
          onChange={(event) => onType(event.currentTarget.value)}
        />
      ) : null}
      <div id={`${id}-more`}>
        {trouble === undefined ? null : (
          <p className="form__trouble" role="alert">
            {trouble}
          </p>
        )}
        {field.inTwenty !== null && field.isDifferent ? (
          <p className="quiet">In Twenty: {valueWords(field.inTwenty)}</p>
        ) : null}
      </div>
      {other === null ? null : (
        <div className="edit__other">
          <p>
            Meanwhile it became: <strong>{other === '' ? 'empty' : other}</strong>
          </p>
          <button type="button" className="button" onClick={onTakeOther}>
            Take that
            <span className="for-screen-readers"> for {fieldWords(field.name)}</span>
          </button>
          <span className="quiet">or save yours over it.</span>
        </div>
      )}
    </div>
  );
};
