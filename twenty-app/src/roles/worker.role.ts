import { defineApplicationRole, STANDARD_OBJECT } from 'twenty-sdk/define';
import {
  CALL_SESSION_ID,
  DAILY_CALL_STATS_ID,
  DO_NOT_CALL_ENTRY_ID,
  PHONE_CALL_ID,
  REP_PROGRESSION_ID,
  SALES_TEAM_ID,
  SYNC_LOG_ENTRY_ID,
  WORKER_ROLE_ID,
} from '../identifiers.ts';

const READ_AND_WRITE = {
  canReadObjectRecords: true,
  canUpdateObjectRecords: true,
  canSoftDeleteObjectRecords: false,
  canDestroyObjectRecords: false,
};
const READ_ONLY = { ...READ_AND_WRITE, canUpdateObjectRecords: false };

/**
 * What the dialer's worker may do with the app's own token, and the most that a rep's token may do through it.
 * Creating needs the update right. Links of notes and workspace members do not look at object rights.
 */
export default defineApplicationRole({
  universalIdentifier: WORKER_ROLE_ID,
  label: 'Twenty Dialer worker',
  description:
    'Writes phone calls, their notes and what is worked out from them, the do-not-call list and fields of people. Reads companies, opportunities and sales teams.',
  icon: 'IconPhone',
  canUpdateAllSettings: false,
  canAccessAllTools: false,
  canReadAllObjectRecords: false,
  canUpdateAllObjectRecords: false,
  canSoftDeleteAllObjectRecords: false,
  canDestroyAllObjectRecords: false,
  canBeAssignedToUsers: false,
  canBeAssignedToAgents: false,
  canBeAssignedToApiKeys: false,
  objectPermissions: [
    { objectUniversalIdentifier: PHONE_CALL_ID, ...READ_AND_WRITE },
    { objectUniversalIdentifier: REP_PROGRESSION_ID, ...READ_AND_WRITE },
    { objectUniversalIdentifier: CALL_SESSION_ID, ...READ_AND_WRITE },
    { objectUniversalIdentifier: DAILY_CALL_STATS_ID, ...READ_AND_WRITE },
    { objectUniversalIdentifier: SYNC_LOG_ENTRY_ID, ...READ_AND_WRITE },
    { objectUniversalIdentifier: DO_NOT_CALL_ENTRY_ID, ...READ_AND_WRITE },
    { objectUniversalIdentifier: SALES_TEAM_ID, ...READ_ONLY },
    { objectUniversalIdentifier: STANDARD_OBJECT.note.universalIdentifier, ...READ_AND_WRITE },
    // Updating is for the fields that we add; a rep who says so also creates a person with it.
    { objectUniversalIdentifier: STANDARD_OBJECT.person.universalIdentifier, ...READ_AND_WRITE },
    // A rep's own token is bound by this role, too: without it the search for people by company is refused as a whole.
    { objectUniversalIdentifier: STANDARD_OBJECT.company.universalIdentifier, ...READ_ONLY },
    { objectUniversalIdentifier: STANDARD_OBJECT.opportunity.universalIdentifier, ...READ_ONLY },
  ],
});
