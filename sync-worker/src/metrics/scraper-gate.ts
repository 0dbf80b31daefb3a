import { createHash, timingSafeEqual } from 'node:crypto';
import { ProblemError } from '../http/problem.ts';
import type { ScraperGate } from '../http/route.ts';

/** Lets in whoever shows the token of DIALER_METRICS_TOKEN; without that setting there is nothing to be let in to. */
export const createScraperGate = (token: string | null): ScraperGate => {
  if (token === null) {
    return () => {
      throw new ProblemError('not-found', {
        detail: 'This worker shows no metrics: DIALER_METRICS_TOKEN is not set.',
        remedy: 'Set DIALER_METRICS_TOKEN, and have Prometheus send it as a bearer token.',
      });
    };
  }
  const wanted = hashOf(token);
  return (c) => {
    const given = /^Bearer (\S+)$/i.exec(c.req.header('authorization') ?? '')?.[1] ?? '';
    // Hashes have one length, and comparing them takes one time: neither tells how much of a guess was right.
    if (timingSafeEqual(hashOf(given), wanted)) return;
    throw new ProblemError('token-refused', {
      detail: 'The request does not show the token of DIALER_METRICS_TOKEN.',
      headers: { 'WWW-Authenticate': 'Bearer' },
    });
  };
};

const hashOf = (text: string): Buffer => createHash('sha256').update(text).digest();
