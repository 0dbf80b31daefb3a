import { defineField, FieldType, RelationType, STANDARD_OBJECT } from 'twenty-sdk/define';
import { DAILY_CALL_STATS_FIELD, DAILY_CALL_STATS_ID, INVERSE_FIELD } from '../identifiers.ts';

export default defineField({
  universalIdentifier: INVERSE_FIELD.memberDailyCallStats,
  objectUniversalIdentifier: STANDARD_OBJECT.workspaceMember.universalIdentifier,
  type: FieldType.RELATION,
  name: 'dailyCallStats',
  label: 'Daily call statistics',
  description: 'Figures of this rep, day by day.',
  icon: 'IconChartBar',
  relationTargetObjectMetadataUniversalIdentifier: DAILY_CALL_STATS_ID,
  relationTargetFieldMetadataUniversalIdentifier: DAILY_CALL_STATS_FIELD.member,
  universalSettings: { relationType: RelationType.ONE_TO_MANY },
});
