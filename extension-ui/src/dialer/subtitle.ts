import type { PersonSummary } from '@twenty-dialer/contract';

/** What somebody does and where, in one line. */
export const subtitleOf = (person: PersonSummary | null): string =>
  [person?.jobTitle ?? '', person?.companyName ?? ''].filter((part) => part !== '').join(' · ');
