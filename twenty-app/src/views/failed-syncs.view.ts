import { defineView, ViewType } from 'twenty-sdk/define';
import { SYNC_LOG_ENTRY_FIELD, SYNC_LOG_ENTRY_ID, VIEW } from '../identifiers.ts';
import { columns } from './parts/columns.ts';
import { isOneOf } from './parts/filters.ts';
import { highestFirst } from './parts/sorts.ts';

/** What did not reach Twenty and still waits for somebody. */
export default defineView({
  universalIdentifier: VIEW.failedSyncs,
  name: 'Failed syncs',
  objectUniversalIdentifier: SYNC_LOG_ENTRY_ID,
  type: ViewType.TABLE,
  icon: 'IconCloudOff',
  position: 1,
  fields: columns(VIEW.failedSyncs, [
    [SYNC_LOG_ENTRY_FIELD.name, 240],
    [SYNC_LOG_ENTRY_FIELD.message, 320],
    [SYNC_LOG_ENTRY_FIELD.objectName, 130],
    [SYNC_LOG_ENTRY_FIELD.action, 110],
    [SYNC_LOG_ENTRY_FIELD.status, 120],
    [SYNC_LOG_ENTRY_FIELD.at, 170],
    [SYNC_LOG_ENTRY_FIELD.recordId, 200],
  ]),
  filters: [isOneOf(VIEW.failedSyncs, SYNC_LOG_ENTRY_FIELD.status, ['FAILED'])],
  sorts: highestFirst(VIEW.failedSyncs, SYNC_LOG_ENTRY_FIELD.at),
});
