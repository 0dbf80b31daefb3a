import { IconAlertTriangle, IconCheck, IconChecks, IconDeviceLaptop, IconSend } from '@tabler/icons-react';
import type { SyncState } from '@twenty-dialer/contract';
import { Hint } from './hint.tsx';

/** How far a call has come, as people see it: the worker's four states, and the one that only this browser knows. */
export type Mark = SyncState | 'on-this-computer';

export const MARKS: Record<Mark, { label: string; words: string; Icon: typeof IconCheck }> = {
  'on-this-computer': {
    label: 'On this computer',
    words: 'Kept on this computer. It is sent by itself as soon as that is possible.',
    Icon: IconDeviceLaptop,
  },
  saved: {
    label: 'Saved',
    words: 'Saved by the dialer. It goes to Twenty after the wrap-up, or a few minutes after the call.',
    Icon: IconCheck,
  },
  'on-its-way': { label: 'On its way', words: 'Saved, and being written to Twenty.', Icon: IconSend },
  'in-twenty': { label: 'In Twenty', words: 'Twenty has confirmed this call.', Icon: IconChecks },
  'needs-attention': {
    label: 'Needs attention',
    words: 'Kept, but a person must decide something. Open the call to see what.',
    Icon: IconAlertTriangle,
  },
};

export type SyncMarkProps = {
  mark: Mark;
  /** For a record that is no call: what the mark means there. */
  words?: string;
  /** The icon alone for those who see it; the word is in the hint and for screen readers. */
  isCompact?: boolean;
};

/** The one mark of every record, the same everywhere: icon and word, more words on hover and for screen readers. */
export const SyncMark = ({ mark, words = MARKS[mark].words, isCompact = false }: SyncMarkProps) => {
  const { label, Icon } = MARKS[mark];
  return (
    <Hint words={isCompact ? `${label}. ${words}` : words}>
      <span className={`sync-mark sync-mark--${mark}`}>
        <Icon size={14} aria-hidden="true" />
        <span className={isCompact ? 'for-screen-readers' : 'sync-mark__label'}>{label}</span>
        <span className="for-screen-readers">. {words}</span>
      </span>
    </Hint>
  );
};
