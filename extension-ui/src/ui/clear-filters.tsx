import { IconFilterOff } from '@tabler/icons-react';

type ClearProps = { onClear: () => void };

/** Behind the chips, while one of them is on. */
export const ClearFilters = ({ onClear }: ClearProps) => (
  <button type="button" className="button button--plain chip__all" onClick={onClear}>
    <IconFilterOff size={14} aria-hidden="true" />
    Clear all
  </button>
);

/** In place of a list that its filters leave empty. */
export const NothingMatches = ({ words, onClear }: ClearProps & { words: string }) => (
  <div className="notice">
    <p>{words}</p>
    <button type="button" className="button" onClick={onClear}>
      <IconFilterOff size={16} aria-hidden="true" />
      Clear all filters
    </button>
  </div>
);
