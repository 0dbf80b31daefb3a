import { IconArrowsDiff } from '@tabler/icons-react';
import type { ComparedField, DeliveryPage } from '@twenty-dialer/contract';
import { fieldWords, valueWords } from './field-values.ts';

/** The record as the dialer holds it beside Twenty's, with what differs marked in words. */
export const ComparedFields = ({ page: { fields, inTwenty } }: { page: DeliveryPage }) => {
  const differing = fields.filter(({ isDifferent }) => isDifferent).length;
  const isThere = inTwenty.state === 'there' || inTwenty.state === 'deleted';
  return (
    <section className="delivery__part">
      <h2>Here and in Twenty</h2>
      <p className="quiet">{stateWords(inTwenty, differing)}</p>
      {fields.length === 0 ? null : (
        <div className="compared">
          <table>
            <thead>
              <tr>
                <th scope="col">Field</th>
                <th scope="col">Here</th>
                {isThere ? <th scope="col">In Twenty</th> : null}
              </tr>
            </thead>
            <tbody>
              {[...fields].sort(differingFirst).map((field) => (
                <Row key={field.name} field={field} isThere={isThere} />
              ))}
            </tbody>
          </table>
        </div>
      )}
    </section>
  );
};

const Row = ({ field, isThere }: { field: ComparedField; isThere: boolean }) => (
  <tr className={field.isDifferent ? 'compared__row compared__row--differs' : 'compared__row'}>
    <th scope="row">
      {fieldWords(field.name)}
      {field.isDifferent ? (
        <span className="compared__mark">
          <IconArrowsDiff size={14} aria-hidden="true" />
          differs
        </span>
      ) : null}
      {field.isEdited ? <span className="tag tag--purple">Edited by an admin</span> : null}
    </th>
    <Value value={field.here} />
    {isThere ? <Value value={field.inTwenty} /> : null}
  </tr>
);

const Value = ({ value }: { value: unknown }) => {
  const words = valueWords(value);
  return <td>{words === '' ? <span className="quiet">empty</span> : words}</td>;
};

const differingFirst = (a: ComparedField, b: ComparedField): number =>
  Number(b.isDifferent) - Number(a.isDifferent);

const stateWords = (inTwenty: DeliveryPage['inTwenty'], differing: number): string => {
  switch (inTwenty.state) {
    case 'there':
      if (differing === 0) return 'Twenty has the same.';
      return differing === 1 ? 'One field differs.' : `${differing} fields differ.`;
    case 'deleted':
      return 'Twenty has it in its bin.';
    case 'not-there':
      return 'Twenty does not have it.';
    case 'not-readable':
      return 'Your role in Twenty does not show you this record.';
    case 'away':
      return `Twenty could not be asked. ${inTwenty.message}`;
  }
};
