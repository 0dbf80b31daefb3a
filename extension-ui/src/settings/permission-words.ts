import type { GrantablePermission } from '@twenty-dialer/contract';

/** What a permission lets somebody do, after "may". */
export const PERMISSION_WORDS: Record<GrantablePermission, string> = {
  'make-calls': 'make calls',
  'see-team-calls': 'see the calls of the team they manage',
  'see-team-figures': 'see the figures of the team they manage',
  'see-deliveries': 'see deliveries',
  'act-on-deliveries': 'try deliveries again, correct and dismiss them, and pause delivery',
  'see-audit': 'read the audit trail',
  'change-settings': 'change settings for everybody',
};
