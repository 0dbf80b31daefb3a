import { IconPhoneIncoming, IconPhoneOutgoing, IconPhoneX } from '@tabler/icons-react';
import { CallLine, type HistoryCall } from '@twenty-dialer/contract';
import { LINE_WORDS } from '../dialer/line-picker.tsx';
import { formatPhone } from '../dialer/phone-format.ts';
import { useDesk } from '../dialer/use-dialer.ts';
import { duration } from '../ui/time.ts';
import { missedWord } from '../unwrapped/needs-wrap-up.ts';

/** Which way the call went, as an icon with its word; a missed one in another shape and colour. */
export const DirectionIcon = ({
  call,
  isWordShown = false,
}: {
  call: HistoryCall;
  isWordShown?: boolean;
}) => {
  const { Icon, word, kind } = directionOf(call);
  if (Icon === null) return null;
  return (
    <span className={`direction direction--${kind}`} title={isWordShown ? undefined : word}>
      <Icon size={14} aria-hidden="true" />
      <span className={isWordShown ? 'one-line' : 'for-screen-readers'}>{word}</span>
    </span>
  );
};

const directionOf = (call: HistoryCall) => {
  const missed = missedWord(call);
  if (missed !== null) return { Icon: IconPhoneX, word: missed, kind: 'missed' };
  if (call.direction === 'inbound') return { Icon: IconPhoneIncoming, word: 'Incoming', kind: 'in' };
  if (call.direction === 'outbound') return { Icon: IconPhoneOutgoing, word: 'Outgoing', kind: 'out' };
  return { Icon: null, word: '', kind: '' };
};

export const talkWords = ({ talkSeconds }: Pick<HistoryCall, 'talkSeconds'>): string =>
  talkSeconds === null || talkSeconds === 0 ? '' : duration(talkSeconds);

/** The number as people read it here; nothing where the record has none. */
export const useNumberWords = () => {
  const { owner } = useDesk();
  return (number: string | null): string =>
    number === null ? '' : formatPhone(number, owner.defaultCountry);
};

/** What to call the other side: its name, else its number. */
export const nameWords = ({ person }: Pick<HistoryCall, 'person'>, number: string): string => {
  const name = person?.name.trim() ?? '';
  return name === '' ? number || 'Unknown' : name;
};

export const lineWords = (line: string | null): string => {
  if (line === null) return '';
  const known = CallLine.safeParse(line).data;
  return known === undefined ? line : LINE_WORDS[known].name;
};
