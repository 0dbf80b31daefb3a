import { defineView, ViewType } from 'twenty-sdk/define';
import { SALES_TEAM_FIELD, SALES_TEAM_ID, VIEW } from '../identifiers.ts';
import { columns } from './parts/columns.ts';

export default defineView({
  universalIdentifier: VIEW.salesTeams,
  name: 'Sales teams',
  objectUniversalIdentifier: SALES_TEAM_ID,
  type: ViewType.TABLE,
  icon: 'IconUsersGroup',
  position: 1,
  fields: columns(VIEW.salesTeams, [
    [SALES_TEAM_FIELD.name, 200],
    [SALES_TEAM_FIELD.manager, 180],
  ]),
});
