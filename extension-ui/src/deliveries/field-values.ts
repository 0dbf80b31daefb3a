/** `fromNumber` as people read it: `From number`. */
export const fieldWords = (name: string): string => {
  const words = name.replace(/([a-z0-9])([A-Z])/g, '$1 $2').toLowerCase();
  return words.charAt(0).toUpperCase() + words.slice(1);
};

/** A value as one reads it; empty for nothing. */
export const valueWords = (value: unknown): string => {
  if (value === null || value === undefined) return '';
  if (typeof value === 'string') return value;
  if (typeof value === 'boolean') return value ? 'Yes' : 'No';
  return typeof value === 'number' ? String(value) : JSON.stringify(value, null, 1);
};

/** How a field is written: by the type of what stands there, here or else in Twenty. */
export type FieldKind = 'text' | 'long-text' | 'number' | 'yes-no' | 'json';
export const kindOf = (here: unknown, inTwenty: unknown): FieldKind => {
  const value = here ?? inTwenty;
  if (typeof value === 'number') return 'number';
  if (typeof value === 'boolean') return 'yes-no';
  if (typeof value === 'object' && value !== null) return 'json';
  return typeof value === 'string' && (value.length > 60 || value.includes('\n')) ? 'long-text' : 'text';
};

/** What stands in the field of a form for a value. */
export const typedOf = (value: unknown, kind: FieldKind): string => {
  if (value === null || value === undefined) return '';
  return kind === 'json' ? JSON.stringify(value, null, 2) : String(value);
};

/** What was typed as a value again, or what is wrong with it. An emptied field that was empty before stays nothing. */
export const readTyped = (
  typed: string,
  kind: FieldKind,
  before: unknown,
): { value: unknown } | { trouble: string } => {
  switch (kind) {
    case 'number': {
      if (typed.trim() === '') return { value: null };
      const value = Number(typed);
      return Number.isFinite(value) ? { value } : { trouble: 'Write a number.' };
    }
    case 'yes-no':
      return { value: typed === 'true' };
    case 'json':
      if (typed.trim() === '') return { value: null };
      try {
        return { value: JSON.parse(typed) };
      } catch {
        return { trouble: 'This cannot be read: check quotes, commas and brackets.' };
      }
    default:
      return { value: typed === '' && before === null ? null : typed };
  }
};
