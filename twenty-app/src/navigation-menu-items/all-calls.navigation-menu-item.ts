import { defineNavigationMenuItem, NavigationMenuItemType } from 'twenty-sdk/define';
import { DIALER_FOLDER_ID, VIEW } from '../identifiers.ts';

export default defineNavigationMenuItem({
  universalIdentifier: 'dc5ab29d-72c8-4bed-a060-f19d4e349ab9',
  type: NavigationMenuItemType.VIEW,
  name: 'All calls',
  icon: 'IconPhoneCall',
  position: 4,
  folderUniversalIdentifier: DIALER_FOLDER_ID,
  viewUniversalIdentifier: VIEW.allCalls,
});
