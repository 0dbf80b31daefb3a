import { defineNavigationMenuItem, NavigationMenuItemType } from 'twenty-sdk/define';
import { DIALER_FOLDER_ID, VIEW } from '../identifiers.ts';

export default defineNavigationMenuItem({
  universalIdentifier: '6b568da6-b9e4-4ba8-8e78-840711b39412',
  type: NavigationMenuItemType.VIEW,
  name: 'Daily figures',
  icon: 'IconReportAnalytics',
  position: 11,
  folderUniversalIdentifier: DIALER_FOLDER_ID,
  viewUniversalIdentifier: VIEW.dailyFigures,
});
