import { defineNavigationMenuItem, NavigationMenuItemType } from 'twenty-sdk/define';
import { DIALER_FOLDER_ID, VIEW } from '../identifiers.ts';

export default defineNavigationMenuItem({
  universalIdentifier: 'ce3ff4ce-6b7a-4fc7-b2d5-77b83bc2cc51',
  type: NavigationMenuItemType.VIEW,
  name: 'Calls by rep',
  icon: 'IconUsers',
  position: 5,
  folderUniversalIdentifier: DIALER_FOLDER_ID,
  viewUniversalIdentifier: VIEW.callsByRep,
});
