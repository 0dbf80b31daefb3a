import {
  IconCircleCheck,
  IconCircleDashed,
  IconMicrophone,
  IconPencil,
  IconPhoneCalling,
  IconPhoneOutgoing,
  IconPlugConnectedX,
} from '@tabler/icons-react';
import type { Phase } from './call-machine.ts';

/** Each state in one word, with a colour and an icon: never told by colour alone. */
export const PHASE_WORDS: Record<Phase, { word: string; color: string; Icon: typeof IconPencil }> = {
  idle: { word: 'Ready', color: 'gray', Icon: IconCircleDashed },
  preparing: { word: 'Preparing', color: 'blue', Icon: IconPhoneOutgoing },
  connecting: { word: 'Calling', color: 'blue', Icon: IconPhoneOutgoing },
  ringing: { word: 'Ringing', color: 'purple', Icon: IconPhoneCalling },
  'in-progress': { word: 'Talking', color: 'green', Icon: IconMicrophone },
  reconnecting: { word: 'Reconnecting', color: 'orange', Icon: IconPlugConnectedX },
  ended: { word: 'Wrap-up', color: 'turquoise', Icon: IconPencil },
  'wrapped-up': { word: 'Wrapped up', color: 'gray', Icon: IconCircleCheck },
};
