import { defineNavigationMenuItem, NavigationMenuItemType } from 'twenty-sdk/define';
import { DIALER_ADDRESS } from '../dialer-address.ts';
import { DIALER_FOLDER_ID } from '../identifiers.ts';

/** Twenty opens links of the navigation in a new window each time; one that reuses the dialer's is in the command menu. */
export default defineNavigationMenuItem({
  universalIdentifier: '436977ea-707a-4413-ab47-a6db673d31ba',
  type: NavigationMenuItemType.LINK,
  name: 'Open the dialer',
  icon: 'IconPhone',
  position: 0,
  folderUniversalIdentifier: DIALER_FOLDER_ID,
  link: DIALER_ADDRESS,
});
