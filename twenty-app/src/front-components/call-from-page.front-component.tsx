import { defineFrontComponent } from 'twenty-sdk/define';
import { FRONT_COMPONENT } from '../identifiers.ts';
import { CallFromPage } from './parts/call-person.tsx';

/** In the tab *Calls* of a person's page, above the list of their calls: numbers to call, and what is going on. */
export default defineFrontComponent({
  universalIdentifier: FRONT_COMPONENT.callFromPage,
  name: 'Call from a person’s page',
  description: 'Calls the person with the dialer.',
  component: CallFromPage,
});
