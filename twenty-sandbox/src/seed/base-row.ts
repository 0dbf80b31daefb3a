import type { Row } from '../records/row.ts';
import type { DemoMember } from './members.ts';

/** The fields that every record has, as if a person (or the workspace itself) had made it at that time. */
export const baseRow = ({
  id,
  atMs,
  position,
  by,
}: {
  id: string;
  atMs: number;
  position: number;
  by?: DemoMember;
}): Row => {
  const at = new Date(atMs).toISOString();
  const actor =
    by === undefined
      ? { source: 'SYSTEM', workspaceMemberId: null, name: 'System', context: {} }
      : { source: 'MANUAL', workspaceMemberId: by.id, name: `${by.firstName} ${by.lastName}`, context: {} };
  return { id, createdAt: at, updatedAt: at, deletedAt: null, position, createdBy: actor, updatedBy: actor };
};
