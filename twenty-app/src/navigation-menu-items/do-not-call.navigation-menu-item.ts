import { defineNavigationMenuItem, NavigationMenuItemType } from 'twenty-sdk/define';
import { DIALER_FOLDER_ID, VIEW } from '../identifiers.ts';

export default defineNavigationMenuItem({
  universalIdentifier: '030930d2-682f-44d2-a513-fa0dd169ba74',
  type: NavigationMenuItemType.VIEW,
  name: 'Do not call',
  icon: 'IconPhoneOff',
  position: 13,
  folderUniversalIdentifier: DIALER_FOLDER_ID,
  viewUniversalIdentifier: VIEW.doNotCall,
});
