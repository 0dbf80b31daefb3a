import type { Json } from '../json.ts';

export type FieldType =
  | 'TEXT'
  | 'UUID'
  | 'DATE_TIME'
  | 'DATE'
  | 'NUMBER'
  | 'BOOLEAN'
  | 'SELECT'
  | 'MULTI_SELECT'
  | 'POSITION'
  | 'RAW_JSON'
  | 'FULL_NAME'
  | 'EMAILS'
  | 'PHONES'
  | 'LINKS'
  | 'RICH_TEXT'
  | 'CURRENCY'
  | 'ADDRESS'
  | 'ACTOR';

export interface Field {
  readonly name: string;
  readonly label: string;
  readonly type: FieldType;
  readonly isUnique: boolean;
  /** Of a NUMBER; whole numbers otherwise. */
  readonly isFloat: boolean;
  /** Values of a SELECT or MULTI_SELECT. */
  readonly options: readonly string[];
  readonly defaultValue: Json;
}

/** The side that holds the id: `person` with `personId`. */
export interface ManyToOne {
  readonly name: string;
  readonly joinColumn: string;
  readonly target: string;
  /** What becomes of this row when its target is destroyed; `cascade` rows are also soft-deleted with it. */
  readonly onDestroy: 'set-null' | 'cascade';
}

/** The side that is only read: `person.phoneCalls`. */
export interface OneToMany {
  readonly name: string;
  readonly source: string;
  readonly joinColumn: string;
}

export interface ObjectDefinition {
  readonly nameSingular: string;
  readonly namePlural: string;
  readonly labelSingular: string;
  readonly labelPlural: string;
  readonly isCustom: boolean;
  readonly fields: readonly Field[];
  readonly manyToOne: readonly (ManyToOne & { readonly inverseName: string })[];
}

/** `phoneCall` → `PhoneCall` */
export const capitalize = (name: string): string => name.charAt(0).toUpperCase() + name.slice(1);
