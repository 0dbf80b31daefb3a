import { defineNavigationMenuItem, NavigationMenuItemType } from 'twenty-sdk/define';
import { DIALER_FOLDER_ID, VIEW } from '../identifiers.ts';

export default defineNavigationMenuItem({
  universalIdentifier: '6bf50237-a4eb-4b7b-8f76-be1994f34479',
  type: NavigationMenuItemType.VIEW,
  name: 'Failed syncs',
  icon: 'IconCloudOff',
  position: 14,
  folderUniversalIdentifier: DIALER_FOLDER_ID,
  viewUniversalIdentifier: VIEW.failedSyncs,
});
