import { ConnectError } from '../connect/connect-error.ts';
import { TwentyRefused } from '../connect/twenty-api.ts';

/** What an examination found. Only `ill` makes the doctor end with an error. */
export type Finding =
  | { readonly state: 'well'; readonly detail: string }
  /** It works; somebody should look at it all the same. */
  | { readonly state: 'odd'; readonly detail: string; readonly remedy: string }
  | { readonly state: 'ill'; readonly detail: string; readonly remedy: string }
  | { readonly state: 'not examined'; readonly detail: string };

export const well = (detail: string): Finding => ({ state: 'well', detail });
export const odd = (detail: string, remedy: string): Finding => ({ state: 'odd', detail, remedy });
export const ill = (detail: string, remedy: string): Finding => ({ state: 'ill', detail, remedy });
export const notExamined = (detail: string): Finding => ({ state: 'not examined', detail });

/** Runs an examination; what it throws about Twenty becomes a finding. A fault of our own is thrown on. */
export const findingOf = async (examine: () => Promise<Finding>): Promise<Finding> => {
  try {
    return await examine();
  } catch (error) {
    if (error instanceof ConnectError) return ill(error.message, error.remedy);
    if (!(error instanceof TwentyRefused)) throw error;
    return ill(
      `Twenty refused a request: ${error.message} (${error.subCode ?? error.code ?? 'no code'})`,
      'Look at the log of the Twenty server; run npm run connect, which sets rights and settings as they should be.',
    );
  }
};
