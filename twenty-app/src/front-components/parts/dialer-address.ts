import { getApplicationVariable } from 'twenty-sdk/front-component';

/** Where the dialer is, as the app's settings in Twenty say; without a slash at its end. Null: nobody has said it yet. */
export const dialerAddress = (): string | null => {
  const text = getApplicationVariable('DIALER_URL')?.trim() ?? '';
  if (!URL.canParse(text)) return null;
  const { protocol, origin } = new URL(text);
  return protocol === 'https:' || protocol === 'http:' ? origin : null;
};
