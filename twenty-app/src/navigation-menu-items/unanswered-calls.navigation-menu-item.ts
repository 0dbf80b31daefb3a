import { defineNavigationMenuItem, NavigationMenuItemType } from 'twenty-sdk/define';
import { DIALER_FOLDER_ID, VIEW } from '../identifiers.ts';

export default defineNavigationMenuItem({
  universalIdentifier: '7234a550-4482-4ffb-99e8-8088a183a63f',
  type: NavigationMenuItemType.VIEW,
  name: 'Unanswered calls',
  icon: 'IconPhoneX',
  position: 8,
  folderUniversalIdentifier: DIALER_FOLDER_ID,
  viewUniversalIdentifier: VIEW.unansweredCalls,
});
