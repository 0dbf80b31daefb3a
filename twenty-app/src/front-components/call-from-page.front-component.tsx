import { defineFrontComponent } from 'twenty-sdk/define';
import { FRONT_COMPONENT } from '../identifiers.ts';
import { CallFromPage } from './parts/call-person.tsx';

/** In the tab *Call* of a person's page: numbers to call, what is going on, and the last calls. */
export default defineFrontComponent({
  universalIdentifier: FRONT_COMPONENT.callFromPage,
  name: 'Call from a person’s page',
  description: 'Calls the person with the dialer.',
  component: CallFromPage,
});
