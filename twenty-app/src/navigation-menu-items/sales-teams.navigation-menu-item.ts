import { defineNavigationMenuItem, NavigationMenuItemType } from 'twenty-sdk/define';
import { DIALER_FOLDER_ID, VIEW } from '../identifiers.ts';

export default defineNavigationMenuItem({
  universalIdentifier: '7cdf1631-6650-4b56-9993-68465cb59e3d',
  type: NavigationMenuItemType.VIEW,
  name: 'Sales teams',
  icon: 'IconUsersGroup',
  position: 15,
  folderUniversalIdentifier: DIALER_FOLDER_ID,
  viewUniversalIdentifier: VIEW.salesTeams,
});
