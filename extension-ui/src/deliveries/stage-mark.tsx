import {
  IconAlertTriangle,
  IconArchive,
  IconChecks,
  IconCircleX,
  IconClock,
  IconHourglassEmpty,
  IconSend,
} from '@tabler/icons-react';
import type { Delivery, DeliveryStage } from '@twenty-dialer/contract';
import { Hint } from '../ui/hint.tsx';
import { STAGES } from './delivery-words.ts';

export const STAGE_ICONS: Record<DeliveryStage, typeof IconClock> = {
  waiting: IconClock,
  'on-its-way': IconSend,
  failed: IconCircleX,
  'needs-attention': IconAlertTriangle,
  dismissed: IconArchive,
  'in-twenty': IconChecks,
};

/** How far a record has come: icon and word, more words on hover and for screen readers. */
export const StageMark = ({ stage, isHeldBack }: Pick<Delivery, 'stage' | 'isHeldBack'>) => {
  const isHeld = stage === 'waiting' && isHeldBack;
  const Icon = isHeld ? IconHourglassEmpty : STAGE_ICONS[stage];
  const words = isHeld
    ? 'It waits for a record that it points at, and follows by itself.'
    : STAGES[stage].words;
  return (
    <Hint words={words}>
      <span className={`stage-mark stage-mark--${stage}`}>
        <Icon size={14} aria-hidden="true" />
        <span className="one-line">{isHeld ? 'Held back' : STAGES[stage].label}</span>
        <span className="for-screen-readers">. {words}</span>
      </span>
    </Hint>
  );
};
