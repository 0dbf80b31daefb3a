import { type CallReport, isTerminal } from '@twenty-dialer/contract';

/** A call whose window died before its end was reported: it is over, at a time that nobody saw. */
export const asEnded = (report: CallReport): CallReport =>
  isTerminal(report.status)
    ? report
    : {
        ...report,
        stage: 'ended',
        status: isHeardToFail(report) ? 'failed' : 'completed',
        endedAt: report.answeredAt ?? report.ringingAt ?? report.startedAt,
      };

/** The manual line hears nothing, its end is always `completed`: as failed, a real call would lose its points. */
const isHeardToFail = ({ line, answeredAt }: CallReport): boolean => line !== 'manual' && answeredAt === null;
