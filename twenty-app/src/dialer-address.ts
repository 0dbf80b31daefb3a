/**
 * Where people open the dialer. `npm run connect` hands the address over while it builds the app; the committed manifest
 * is made without it.
 */
export const DIALER_ADDRESS = process.env.DIALER_PUBLIC_URL || 'http://localhost:4400';
