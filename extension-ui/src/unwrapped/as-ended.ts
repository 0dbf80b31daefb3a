import { type CallReport, isTerminal } from '@twenty-dialer/contract';

/** A call whose window died before its end was reported: it is over, at a time that nobody saw. */
export const asEnded = (report: CallReport): CallReport =>
  isTerminal(report.status)
    ? report
    : {
        ...report,
        stage: 'ended',
        status: report.answeredAt === null ? 'failed' : 'completed',
        endedAt: report.answeredAt ?? report.ringingAt ?? report.startedAt,
      };
