import { defineCommandMenuItem } from 'twenty-sdk/define';
import { FRONT_COMPONENT } from '../identifiers.ts';

/** Anywhere in Twenty. The link behind it reuses the dialer's window, which one in the navigation cannot. */
export default defineCommandMenuItem({
  universalIdentifier: 'eefdf967-6ea7-435c-b4b8-b6a8f9038279',
  label: 'Open the dialer',
  shortLabel: 'Dialer',
  icon: 'IconPhone',
  isPinned: false,
  availabilityType: 'GLOBAL',
  frontComponentUniversalIdentifier: FRONT_COMPONENT.openDialer,
});
