import type { Page } from 'playwright-core';

/**
 * Wrapped-up calls of whoever is signed in on this page, posted as their browser would: for what needs more of them than a
 * test can dial. Resolves when the worker has kept each. @throws Error when it does not
 */
export const reportCalls = (page: Page, numbers: readonly string[]): Promise<void> =>
  page.evaluate(async (all) => {
    const { member } = await (await fetch('/api/session')).json();
    const at = (secondsAgo: number) => new Date(Date.now() - secondsAgo * 1_000).toISOString();
    const callSessionId = crypto.randomUUID();
    for (const to of all) {
      const report = {
        callId: crypto.randomUUID(),
        revision: 1,
        workspaceMemberId: member.id,
        callSessionId,
        stage: 'wrapped-up',
        line: 'manual',
        direction: 'outbound',
        status: 'completed',
        from: null,
        to,
        personId: null,
        personName: null,
        callSid: null,
        startedAt: at(60),
        ringingAt: at(58),
        answeredAt: at(50),
        endedAt: at(10),
        wrappedUpAt: at(2),
        outcome: 'interested',
        note: '',
        timeZone: 'UTC',
      };
      const answer = await fetch('/api/call-reports', {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(report),
      });
      if (answer.status !== 202) throw new Error(`${answer.status} ${await answer.text()}`);
    }
  }, numbers);
