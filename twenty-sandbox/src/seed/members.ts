/** The people who work in the sandbox's workspace. Ids never change, so that settings and sessions keep meaning them. */
export interface DemoMember {
  readonly id: string;
  readonly userId: string;
  readonly firstName: string;
  readonly lastName: string;
  readonly email: string;
  readonly jobTitle: string;
  readonly timeZone: string;
  readonly role: 'Admin' | 'Member';
  /** Makes calls, so the seed gives them a history. */
  readonly isRep: boolean;
}

export const DEMO_MEMBERS: readonly DemoMember[] = [
  {
    id: '5a1d7c8e-30b4-4f6a-9c51-2f8f6f0a7b11',
    userId: 'c2a5b7f1-6a0e-4d0b-8f35-0d5a7f3f9e21',
    firstName: 'Maya',
    lastName: 'Lindqvist',
    email: 'maya.lindqvist@example.com',
    jobTitle: 'Sales representative',
    timeZone: 'system',
    role: 'Member',
    isRep: true,
  },
  {
    id: '8e0c4b92-71fd-4a39-b6d7-54c1e9a2d312',
    userId: 'd7e1f0a4-15c9-4b78-9a42-6f1b2c8d4e32',
    firstName: 'Tomás',
    lastName: 'Okafor',
    email: 'tomas.okafor@example.com',
    jobTitle: 'Sales representative',
    timeZone: 'system',
    role: 'Member',
    isRep: true,
  },
  {
    id: 'b35f9e07-c8d2-4163-8a4e-93d0b7f1c613',
    userId: 'e9b3c2d6-84f7-4c15-b0e1-7a3d9f5b6c43',
    firstName: 'Ingrid',
    lastName: 'Sato',
    email: 'ingrid.sato@example.com',
    jobTitle: 'Sales manager',
    timeZone: 'system',
    role: 'Member',
    isRep: false,
  },
  {
    id: 'f6d28a41-0e9b-4c75-a2f8-1b7c5d3e8914',
    userId: 'a4c8d6e2-39b1-4f67-8d20-5e9c1a7b3f54',
    firstName: 'Adaeze',
    lastName: 'Novak',
    email: 'adaeze.novak@example.com',
    jobTitle: 'Administrator',
    timeZone: 'system',
    role: 'Admin',
    isRep: false,
  },
];

export const WORKSPACE = {
  id: '3c7e15f8-9d24-4b0a-8e63-d1f2a5b49c70',
  displayName: 'Sandbox',
};

const ROLES = {
  Admin: { id: '1f0d6a3b-52c7-4e89-9b14-7c8e2d5f0a61', label: 'Admin', canUpdateAllSettings: true },
  Member: { id: '2e9c5b4a-63d8-4f7a-8c05-6b7d1e4f9052', label: 'Member', canUpdateAllSettings: false },
};

/** All roles of the workspace, with who holds each. */
export const rolesWithMembers = () =>
  Object.entries(ROLES).map(([name, role]) => ({
    ...role,
    members: DEMO_MEMBERS.filter((member) => member.role === name),
  }));

export const roleOf = (member: DemoMember) => ROLES[member.role];

/**
 * More reps than the demo needs, for looking at a full sales floor. The same number always has the same ids, so that a
 * session of before a restart still means somebody.
 */
export const crowdOf = (count: number): DemoMember[] =>
  Array.from({ length: count }, (_, index) => crowdMember(index + 1));

const CROWD = { member: 'c40d0000-0000-4000-8000-', user: 'c40d0001-0000-4000-8000-' } as const;
const CROWD_MOST = 999;

const crowdMember = (nth: number): DemoMember => {
  const place = String(nth).padStart(12, '0');
  return {
    id: CROWD.member + place,
    userId: CROWD.user + place,
    firstName: 'Rep',
    lastName: `Number ${nth}`,
    email: `rep.${nth}@example.com`,
    jobTitle: 'Sales representative',
    timeZone: 'system',
    role: 'Member',
    isRep: false,
  };
};

const crowdMemberOf = (id: string, prefix: string): DemoMember | undefined => {
  const nth = id.startsWith(prefix) ? Number(id.slice(prefix.length)) : 0;
  return Number.isInteger(nth) && nth > 0 && nth <= CROWD_MOST ? crowdMember(nth) : undefined;
};

export const memberById = (id: string): DemoMember | undefined =>
  DEMO_MEMBERS.find((member) => member.id === id) ?? crowdMemberOf(id, CROWD.member);
export const memberByUserId = (userId: string): DemoMember | undefined =>
  DEMO_MEMBERS.find((member) => member.userId === userId) ?? crowdMemberOf(userId, CROWD.user);
