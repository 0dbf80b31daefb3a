import { defineApplicationRole, STANDARD_OBJECT } from 'twenty-sdk/define';
import { PHONE_CALL_ID, REP_PROGRESSION_ID, WORKER_ROLE_ID } from '../identifiers.ts';

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
  description: 'Writes phone calls, their notes and rep progression. Reads people and companies.',
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
    { objectUniversalIdentifier: STANDARD_OBJECT.note.universalIdentifier, ...READ_AND_WRITE },
    { objectUniversalIdentifier: STANDARD_OBJECT.person.universalIdentifier, ...READ_ONLY },
    // A rep's own token is bound by this role, too: without it the search for people by company is refused as a whole.
    { objectUniversalIdentifier: STANDARD_OBJECT.company.universalIdentifier, ...READ_ONLY },
  ],
});
