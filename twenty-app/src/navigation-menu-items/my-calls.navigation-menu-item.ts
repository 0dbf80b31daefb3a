import { defineNavigationMenuItem, NavigationMenuItemType } from 'twenty-sdk/define';
import { DIALER_FOLDER_ID, VIEW } from '../identifiers.ts';

export default defineNavigationMenuItem({
  universalIdentifier: 'c4db9401-6511-4d6f-a556-d601da50e0bc',
  type: NavigationMenuItemType.VIEW,
  name: 'My calls',
  icon: 'IconUser',
  position: 3,
  folderUniversalIdentifier: DIALER_FOLDER_ID,
  viewUniversalIdentifier: VIEW.myCalls,
});
