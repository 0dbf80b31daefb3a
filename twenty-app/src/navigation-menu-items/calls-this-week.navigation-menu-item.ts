import { defineNavigationMenuItem, NavigationMenuItemType } from 'twenty-sdk/define';
import { DIALER_FOLDER_ID, VIEW } from '../identifiers.ts';

export default defineNavigationMenuItem({
  universalIdentifier: '92d7c481-4e01-4192-b97d-347e4d654e1d',
  type: NavigationMenuItemType.VIEW,
  name: 'Calls this week',
  icon: 'IconCalendarWeek',
  position: 2,
  folderUniversalIdentifier: DIALER_FOLDER_ID,
  viewUniversalIdentifier: VIEW.callsThisWeek,
});
