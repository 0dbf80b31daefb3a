import { defineFrontComponent } from 'twenty-sdk/define';
import { FRONT_COMPONENT } from '../identifiers.ts';
import { OpenDialer } from './parts/open-dialer.tsx';

/** Behind the command *Open the dialer*. Apps cannot open a window by themselves, so it is one more click. */
export default defineFrontComponent({
  universalIdentifier: FRONT_COMPONENT.openDialer,
  name: 'Open the dialer',
  description: 'A link to the dialer’s window, and what you are on at the moment.',
  component: OpenDialer,
});
