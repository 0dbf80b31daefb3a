import { defineApplication } from 'twenty-sdk/define';
import { APPLICATION_ID } from './identifiers.ts';

export default defineApplication({
  universalIdentifier: APPLICATION_ID,
  displayName: 'Twenty Dialer',
  description: 'Keeps every phone call placed or taken with the dialer, and how each rep is getting on.',
  category: 'Sales',
});
