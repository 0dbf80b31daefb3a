import { defineApplication } from 'twenty-sdk/define';
import { DIALER_ADDRESS } from './dialer-address.ts';
import { APPLICATION_ID } from './identifiers.ts';

export default defineApplication({
  universalIdentifier: APPLICATION_ID,
  displayName: 'Twenty Dialer',
  description: 'Keeps every phone call placed or taken with the dialer, and how each rep is getting on.',
  category: 'Sales',
  applicationVariables: {
    // Twenty takes the value at the first apply only; afterwards people, and npm run connect, change it there.
    DIALER_URL: {
      universalIdentifier: 'c39a58ac-f35d-401e-86a3-13d73f53c257',
      description:
        'Where people open the dialer, for example https://dialer.example.com. Links to call lead there.',
      value: DIALER_ADDRESS,
      isSecret: false,
    },
  },
});
