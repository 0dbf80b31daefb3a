import type { DeliveryEdit } from '@twenty-dialer/contract';
import { ProblemError } from '../http/problem.ts';
import type { Json } from '../outbox/entry.ts';
import type { Overrides } from '../outbox/overrides.ts';
import { withOverrides } from '../outbox/overrides.ts';
import type { Actor, DeliveryDetail, EditResult } from '../store/admin-port.ts';
import type { StoreTransaction } from '../store/port.ts';
import { isEditable } from './compared-fields.ts';
import { noSuchDelivery } from './delivery-page.ts';

/**
 * Writes an admin's values in the place of what was reported, and has the record tried again.
 * @throws ProblemError which names each field that cannot be written
 */
export const editDelivery = async (
  tx: StoreTransaction,
  { slot, edit, actor }: { slot: string; edit: DeliveryEdit; actor: Actor },
): Promise<void> => {
  const detail = await tx.deliveries.detail(slot);
  if (detail === null) throw noSuchDelivery();
  const faults = Object.entries(edit.fields).flatMap(([field, value]) => faultOf(detail, field, value));
  if (faults.length > 0) {
    throw new ProblemError('invalid-request', { detail: 'These values cannot be written.', fields: faults });
  }
  const overrides = overridesOf(detail, edit.fields);
  const result = await tx.deliveries.edit({ slot, version: edit.version, overrides });
  if (result !== 'edited') throw refusalOf(result);
  await tx.audit.note(actor, { action: 'edit', subject: slot, detail: wordsOf(detail, edit) });
};

/** A text stays a text, and a number a number: what else a field takes, Twenty says. */
const faultOf = ({ row, payload }: DeliveryDetail, field: string, value: Json) => {
  const held = payload[field];
  const refuse = (message: string) => [{ path: `fields.${field}`, message }];
  if (held === undefined) return refuse('This record has no such field.');
  if (!isEditable(row.objectName, field)) return refuse('This field is not for people to write.');
  const isSameKind = value === null || held === null || kindOf(value) === kindOf(held);
  return isSameKind ? [] : refuse(`This field holds a ${kindOf(held)}.`);
};

const kindOf = (value: Json): string => (Array.isArray(value) ? 'list' : typeof value);

const overridesOf = ({ payload }: DeliveryDetail, fields: DeliveryEdit['fields']): Overrides =>
  Object.fromEntries(
    Object.entries(fields).map(([field, to]) => [field, { from: payload[field] ?? null, to }]),
  );

const wordsOf = ({ payload, overrides }: DeliveryDetail, { fields, reason }: DeliveryEdit): string => {
  const present = withOverrides(payload, overrides);
  const changes = Object.entries(fields).map(
    ([field, to]) => `${field} from ${JSON.stringify(present[field] ?? null)} to ${JSON.stringify(to)}`,
  );
  return `${reason} (${changes.join('; ')})`;
};

const refusalOf = (result: Exclude<EditResult, 'edited'>): ProblemError =>
  result === 'unknown'
    ? noSuchDelivery()
    : new ProblemError('delivery-changed', { detail: REFUSALS[result] });

const REFUSALS = {
  'changed-meanwhile': 'The record was changed after you looked at it. Nothing of yours was written.',
  'on-its-way': 'The record is on its way to Twenty at this moment. Nothing of yours was written.',
  'in-twenty': 'The record has arrived in Twenty meanwhile. Nothing of yours was written.',
} as const;
