import { defineNavigationMenuItem, NavigationMenuItemType } from 'twenty-sdk/define';
import { DIALER_FOLDER_ID, VIEW } from '../identifiers.ts';

export default defineNavigationMenuItem({
  universalIdentifier: '39e64644-f729-4bfd-98d9-f4f3a0a0f263',
  type: NavigationMenuItemType.VIEW,
  name: 'Call sessions',
  icon: 'IconClockPlay',
  position: 12,
  folderUniversalIdentifier: DIALER_FOLDER_ID,
  viewUniversalIdentifier: VIEW.callSessions,
});
