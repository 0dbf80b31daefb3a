import type { Grant, GrantablePermission, MemberId, Role } from '@twenty-dialer/contract';
import type { TwentyRole } from './session-port.ts';

/** What a role of Twenty's was said to be here. */
export interface MappedTwentyRole {
  readonly twentyRoleId: string;
  /** Twenty's, as it was called then. */
  readonly label: string;
  readonly roles: readonly Role[];
}

/** What counts for one member. */
export interface AccessOfMember {
  /** Of the roles asked about those that somebody mapped. */
  readonly mapped: readonly Pick<MappedTwentyRole, 'twentyRoleId' | 'roles'>[];
  readonly granted: readonly GrantablePermission[];
  readonly chosenRole: Role | null;
}

/** Who may do what: how Twenty's roles are mapped, and what single members were granted. */
export interface AccessStore {
  /** By key, in one statement: it is asked with every request that needs a permission. */
  of(memberId: MemberId, twentyRoleIds: readonly string[]): Promise<AccessOfMember>;
  /** All roles that were mapped, by their labels. */
  mapping(): Promise<readonly MappedTwentyRole[]>;
  /** Roles of Twenty's that somebody holds who is signed in here. */
  rolesSeen(): Promise<readonly TwentyRole[]>;
  /** The same again replaces it. */
  map(role: MappedTwentyRole): Promise<void>;
  /** Back to what it is when nobody says; false: nobody had. */
  unmap(twentyRoleId: string): Promise<boolean>;
  /** All that was granted, by the members' names. */
  grants(): Promise<readonly Grant[]>;
  /** False: they had it already, and it stays as it was given first. */
  grant(given: Pick<Grant, 'member' | 'permission' | 'by'>): Promise<boolean>;
  /** False: they did not have it. */
  takeBack(memberId: MemberId, permission: GrantablePermission): Promise<boolean>;
  /** As what the member works from now on; null: as all that they are. */
  choose(memberId: MemberId, role: Role | null): Promise<void>;
}
