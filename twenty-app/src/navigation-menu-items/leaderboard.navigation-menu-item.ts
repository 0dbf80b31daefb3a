import { defineNavigationMenuItem, NavigationMenuItemType } from 'twenty-sdk/define';
import { DIALER_FOLDER_ID, VIEW } from '../identifiers.ts';

export default defineNavigationMenuItem({
  universalIdentifier: '50d5c5fd-49af-44e2-888d-4b31ff8ce69a',
  type: NavigationMenuItemType.VIEW,
  name: 'Leaderboard',
  icon: 'IconTrophy',
  position: 10,
  folderUniversalIdentifier: DIALER_FOLDER_ID,
  viewUniversalIdentifier: VIEW.leaderboard,
});
