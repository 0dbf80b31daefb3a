import type { DoctorDeps } from './deps.ts';

const PATIENCE_MS = 10_000;

/** A GET that follows no redirects; null when nothing answers. `json` is null when the answer is something else. */
export const askWorker = async (
  fetchHere: DoctorDeps['fetch'],
  url: string,
): Promise<{ status: number; json: unknown; location: string | null; fault: null } | { fault: string }> => {
  try {
    const answer = await fetchHere(url, { redirect: 'manual', signal: AbortSignal.timeout(PATIENCE_MS) });
    const text = await answer.text();
    return {
      status: answer.status,
      json: parseJson(text),
      location: answer.headers.get('location'),
      fault: null,
    };
  } catch (error) {
    return { fault: codeOf(error) };
  }
};

const parseJson = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
};

const codeOf = (error: unknown): string => {
  if (!(error instanceof Error)) return String(error);
  if ('code' in error && typeof error.code === 'string') return error.code;
  if (error.name === 'TimeoutError') return `no answer in ${PATIENCE_MS / 1_000} s`;
  return error.cause ? codeOf(error.cause) : error.message;
};
