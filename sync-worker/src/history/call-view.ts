import {
  type CallView,
  dispositionOf,
  ringSeconds,
  talkSeconds,
  wrapUpSeconds,
} from '@twenty-dialer/contract';
import { syncStateOf } from '../outbox/sync-state.ts';
import type { CallRecord } from '../store/call-port.ts';

/** A call as its rep sees it: figures, sync state, and the way to its record in Twenty at `frontUrl`. */
export const createCallView =
  (frontUrl: string) =>
  ({ report, match, entries, acceptedAt, changeSeq, points }: CallRecord): CallView => {
    const { state, deliveredAt, attention, twentyRecordId } = syncStateOf(entries);
    return {
      report,
      match: match && { personId: match.personId, personName: match.personName, how: match.how },
      disposition: dispositionOf(report),
      ringSeconds: ringSeconds(report),
      talkSeconds: talkSeconds(report),
      wrapUpSeconds: wrapUpSeconds(report),
      points,
      sync: {
        state,
        deliveredAt,
        attention,
        twentyUrl: twentyRecordId === null ? null : `${frontUrl}/object/phoneCall/${twentyRecordId}`,
      },
      acceptedAt,
      changeSeq,
    };
  };
