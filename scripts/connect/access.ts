import { askOrRefuse, type Terminal } from './ask.ts';
import { type ConnectSettings, parseAddress } from './settings.ts';

/** Which Twenty, and the administrator's key to it. The key is used and never stored. */
export interface Access {
  readonly apiUrl: string;
  readonly adminKey: string;
}

/** What the settings hold, and the rest from the person at the terminal. @throws ConnectError */
export const askForAccess = async (terminal: Terminal, settings: ConnectSettings): Promise<Access> => ({
  apiUrl:
    settings.apiUrl ??
    parseAddress(
      'TWENTY_API_URL',
      await askOrRefuse(terminal, {
        name: 'TWENTY_API_URL',
        what: 'The address of your Twenty, for example https://crm.example.com',
        isSecret: false,
      }),
    ),
  adminKey:
    settings.adminKey ??
    (await askOrRefuse(terminal, {
      name: 'TWENTY_API_KEY',
      what: 'An API key with the role Admin (Twenty: Settings, MCP & APIs)',
      isSecret: true,
    })),
});
