import type { Field, FieldType } from './definitions.ts';

export const field = (
  name: string,
  type: FieldType,
  more: Partial<Pick<Field, 'label' | 'isUnique' | 'options' | 'defaultValue'>> = {},
): Field => ({
  name,
  type,
  label: more.label ?? labelOf(name),
  isUnique: more.isUnique ?? false,
  isFloat: false,
  options: more.options ?? [],
  defaultValue: more.defaultValue ?? null,
});

/** `jobTitle` → `Job title` */
const labelOf = (name: string): string => {
  const words = name.replace(/([A-Z])/g, ' $1').toLowerCase();
  return words.charAt(0).toUpperCase() + words.slice(1);
};

/** What Twenty gives every object. */
export const SYSTEM_FIELDS: readonly Field[] = [
  field('id', 'UUID'),
  field('createdAt', 'DATE_TIME', { label: 'Creation date' }),
  field('updatedAt', 'DATE_TIME', { label: 'Last update' }),
  field('deletedAt', 'DATE_TIME'),
  field('position', 'POSITION'),
  field('createdBy', 'ACTOR'),
  field('updatedBy', 'ACTOR'),
];
