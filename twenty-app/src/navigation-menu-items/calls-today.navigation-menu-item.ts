import { defineNavigationMenuItem, NavigationMenuItemType } from 'twenty-sdk/define';
import { DIALER_FOLDER_ID, VIEW } from '../identifiers.ts';

export default defineNavigationMenuItem({
  universalIdentifier: '9e5dd0c2-cd4f-4b43-b356-285a49fcf7ce',
  type: NavigationMenuItemType.VIEW,
  name: 'Calls today',
  icon: 'IconCalendarEvent',
  position: 1,
  folderUniversalIdentifier: DIALER_FOLDER_ID,
  viewUniversalIdentifier: VIEW.callsToday,
});
