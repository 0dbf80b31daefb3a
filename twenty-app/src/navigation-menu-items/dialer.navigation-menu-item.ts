import { defineNavigationMenuItem, NavigationMenuItemType } from 'twenty-sdk/define';
import { DIALER_FOLDER_ID } from '../identifiers.ts';

export default defineNavigationMenuItem({
  universalIdentifier: DIALER_FOLDER_ID,
  type: NavigationMenuItemType.FOLDER,
  name: 'Dialer',
  icon: 'IconPhone',
  position: 10,
});
