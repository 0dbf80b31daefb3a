import { defineFrontComponent } from 'twenty-sdk/define';
import { FRONT_COMPONENT } from '../identifiers.ts';
import { CallPerson } from './parts/call-person.tsx';

/** Behind the command *Call*: numbers to call, what is going on, and the last calls. */
export default defineFrontComponent({
  universalIdentifier: FRONT_COMPONENT.callPerson,
  name: 'Call a person',
  description: 'Calls the person with the dialer, and shows the last calls.',
  component: CallPerson,
});
