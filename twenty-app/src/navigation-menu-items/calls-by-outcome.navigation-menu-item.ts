import { defineNavigationMenuItem, NavigationMenuItemType } from 'twenty-sdk/define';
import { DIALER_FOLDER_ID, VIEW } from '../identifiers.ts';

export default defineNavigationMenuItem({
  universalIdentifier: '3e2b4c7b-b328-4533-9fd1-a44ee6be27e1',
  type: NavigationMenuItemType.VIEW,
  name: 'Calls by outcome',
  icon: 'IconLayoutKanban',
  position: 6,
  folderUniversalIdentifier: DIALER_FOLDER_ID,
  viewUniversalIdentifier: VIEW.callsByOutcome,
});
