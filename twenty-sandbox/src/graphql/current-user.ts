import type { JsonObject } from '../json.ts';
import { type DemoMember, roleOf, WORKSPACE } from '../seed/members.ts';

const MEMBER_FLAGS = [
  'VIEWS',
  'UPLOAD_FILE',
  'DOWNLOAD_FILE',
  'SEND_EMAIL_TOOL',
  'IMPORT_CSV',
  'EXPORT_CSV',
  'CONNECTED_ACCOUNTS',
  'PROFILE_INFORMATION',
];
const ADMIN_FLAGS = [
  ...MEMBER_FLAGS,
  'API_KEYS_AND_WEBHOOKS',
  'WORKSPACE',
  'WORKSPACE_MEMBERS',
  'ROLES',
  'DATA_MODEL',
  'SECURITY',
  'APPLICATIONS',
  'LAYOUTS',
];

/** `currentUser`: who a person's token belongs to. Names are on the member; those of the user are empty, as in Twenty. */
export const describeUser = (member: DemoMember): JsonObject => {
  const { id, label, canUpdateAllSettings } = roleOf(member);
  return {
    __typename: 'User',
    id: member.userId,
    email: member.email,
    firstName: '',
    lastName: '',
    canAccessFullAdminPanel: member.role === 'Admin',
    canImpersonate: member.role === 'Admin',
    workspaceMember: {
      __typename: 'WorkspaceMember',
      id: member.id,
      name: { firstName: member.firstName, lastName: member.lastName },
      userEmail: member.email,
      timeZone: member.timeZone,
      locale: 'en',
      colorScheme: 'System',
      avatarUrl: null,
      roles: [{ id, label, canUpdateAllSettings }],
    },
    currentUserWorkspace: { permissionFlags: member.role === 'Admin' ? ADMIN_FLAGS : MEMBER_FLAGS },
    currentWorkspace: {
      __typename: 'Workspace',
      ...WORKSPACE,
      subdomain: 'sandbox',
      activationStatus: 'ACTIVE',
    },
  };
};
