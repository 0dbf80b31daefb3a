import { defineCommandMenuItem, STANDARD_OBJECT } from 'twenty-sdk/define';
import { FRONT_COMPONENT } from '../identifiers.ts';

/** Pinned on people: on a person's page, and in lists with people selected. It opens Twenty's side panel. */
export default defineCommandMenuItem({
  universalIdentifier: '928e5678-b9f3-4052-b65f-24ee9c7bebbb',
  label: 'Call with the dialer',
  shortLabel: 'Call',
  icon: 'IconPhone',
  isPinned: true,
  availabilityType: 'RECORD_SELECTION',
  availabilityObjectUniversalIdentifier: STANDARD_OBJECT.person.universalIdentifier,
  frontComponentUniversalIdentifier: FRONT_COMPONENT.callPerson,
});
