import { defineNavigationMenuItem, NavigationMenuItemType } from 'twenty-sdk/define';
import { DIALER_FOLDER_ID, VIEW } from '../identifiers.ts';

export default defineNavigationMenuItem({
  universalIdentifier: 'f4f4de3f-6451-4b86-a75f-68ef0b96ac35',
  type: NavigationMenuItemType.VIEW,
  name: 'Call calendar',
  icon: 'IconCalendar',
  position: 7,
  folderUniversalIdentifier: DIALER_FOLDER_ID,
  viewUniversalIdentifier: VIEW.callCalendar,
});
