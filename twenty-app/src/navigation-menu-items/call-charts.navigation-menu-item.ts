import { defineNavigationMenuItem, NavigationMenuItemType } from 'twenty-sdk/define';
import { CALL_CHARTS_ID, DIALER_FOLDER_ID } from '../identifiers.ts';

export default defineNavigationMenuItem({
  universalIdentifier: '18962576-0b3e-489c-95df-73b71fc388ed',
  type: NavigationMenuItemType.PAGE_LAYOUT,
  name: 'Call charts',
  icon: 'IconChartBar',
  position: 9,
  folderUniversalIdentifier: DIALER_FOLDER_ID,
  pageLayoutUniversalIdentifier: CALL_CHARTS_ID,
});
