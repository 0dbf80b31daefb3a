import { defineView, ViewType } from 'twenty-sdk/define';
import { SYNC_LOG_ENTRY_FIELD, SYNC_LOG_ENTRY_ID, VIEW } from '../identifiers.ts';
import { columns } from './parts/columns.ts';
import { highestFirst } from './parts/sorts.ts';

export default defineView({
  universalIdentifier: VIEW.syncLog,
  name: 'Sync log',
  objectUniversalIdentifier: SYNC_LOG_ENTRY_ID,
  type: ViewType.TABLE,
  icon: 'IconCloudUpload',
  position: 2,
  fields: columns(VIEW.syncLog, [
    [SYNC_LOG_ENTRY_FIELD.name, 240],
    [SYNC_LOG_ENTRY_FIELD.status, 140],
    [SYNC_LOG_ENTRY_FIELD.count, 100],
    [SYNC_LOG_ENTRY_FIELD.objectName, 130],
    [SYNC_LOG_ENTRY_FIELD.message, 300],
    [SYNC_LOG_ENTRY_FIELD.at, 170],
  ]),

  sorts: highestFirst(VIEW.syncLog, SYNC_LOG_ENTRY_FIELD.at),
});
