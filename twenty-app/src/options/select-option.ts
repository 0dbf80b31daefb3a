/**
 * One choice of a select. Keep `id` for ever: with the same id a new label or value keeps the rows,
 * while a removed id silently empties the field of every row that used it.
 *
 * Its shape is told here, so that whoever only reads the words needs no SDK; where a field is defined, the SDK checks it.
 */
export interface SelectOption {
  id: string;
  /** UPPER_SNAKE. */
  value: string;
  label: string;
  position: number;
  color: Color;
}

/** Those of Twenty's colours that are in use. */
type Color =
  | 'blue'
  | 'gold'
  | 'gray'
  | 'green'
  | 'jade'
  | 'orange'
  | 'purple'
  | 'red'
  | 'ruby'
  | 'sky'
  | 'yellow';
