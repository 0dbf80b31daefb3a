import type { CallView, HistoryCall, Member, MemberId, PersonId } from '@twenty-dialer/contract';
import type { CallRecord } from '../store/call-port.ts';
import type { TwentyCall } from '../twenty/port.ts';

export interface HistoryCallDeps {
  readonly frontUrl: string;
  readonly viewOf: (call: CallRecord) => CallView;
}

/** Who looks, and whose calls they see besides their own. */
export interface Seeing {
  readonly viewer: Member;
  readonly team: readonly { readonly id: MemberId; readonly name: string }[];
}

/** Calls as history lists them, from either side, for one person. */
export const createHistoryCalls = ({ frontUrl, viewOf }: HistoryCallDeps) => {
  const personAt = (id: PersonId, name: string) => ({
    id,
    name: name || 'Person without a name',
    twentyUrl: `${frontUrl}/object/person/${id}`,
  });

  /** One of the person's own, or of their team's, as the worker holds it. */
  const ofStore = (record: CallRecord, { viewer, team }: Seeing): HistoryCall => {
    const isMine = record.memberId === viewer.id;
    const colleague = team.find(({ id }) => id === record.memberId);
    const { report, match, disposition, talkSeconds, sync, points } = viewOf(record);
    return {
      key: report.callId,
      callId: report.callId,
      member: { id: record.memberId, name: isMine ? nameOf(viewer) : (colleague?.name ?? '') },
      isMine,
      person: report.personId
        ? personAt(report.personId, report.personName ?? '')
        : match && personAt(match.personId, match.personName ?? ''),
      number: report.direction === 'inbound' && report.from !== null ? report.from : report.to,
      direction: report.direction,
      outcome: report.outcome,
      line: report.line,
      status: report.status,
      disposition,
      startedAt: report.startedAt,
      talkSeconds,
      callSessionId: report.callSessionId,
      sync,
      points: isMine ? points : null,
    };
  };

  /** A record of Twenty's. `record` is what the worker holds of it: how far it came, and its points; the rest is Twenty's. */
  const ofTwenty = (call: TwentyCall, record: CallRecord | null, { viewer }: Seeing): HistoryCall => {
    const held = record && viewOf(record);
    const isMine = (record?.memberId ?? call.member?.id) === viewer.id;
    const label = held !== null && held.report.personId === call.person?.id ? held.report.personName : null;
    const { recordId } = call;
    return {
      key: call.callId ?? recordId,
      callId: call.callId,
      member: call.member,
      isMine,
      person: call.person && personAt(call.person.id, call.person.name || (label ?? '')),
      number: call.number,
      direction: call.direction,
      outcome: call.outcome,
      line: call.line,
      status: call.status,
      disposition: call.disposition,
      startedAt: call.startedAt,
      talkSeconds: call.talkSeconds,
      callSessionId: call.callSessionId,
      sync: held?.sync ?? {
        state: 'in-twenty',
        deliveredAt: null,
        attention: [],
        twentyUrl: `${frontUrl}/object/phoneCall/${recordId}`,
      },
      points: isMine ? (held?.points ?? 0) : null,
    };
  };

  return { ofStore, ofTwenty };
};

export type HistoryCalls = ReturnType<typeof createHistoryCalls>;

const nameOf = ({ firstName, lastName, email }: Member): string => `${firstName} ${lastName}`.trim() || email;
