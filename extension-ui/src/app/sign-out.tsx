import { AlertDialog } from '@base-ui/react/alert-dialog';
import { IconLogout } from '@tabler/icons-react';
import { useState } from 'react';
import { isLive } from '../dialer/call-machine.ts';
import { createCallSession } from '../dialer/call-session.ts';
import { useCallState, useDesk } from '../dialer/use-dialer.ts';
import { wordsFor } from '../worker-client/problem-error.ts';
import { useServices } from './services.ts';

/** Signs out; with calls that only this computer has, it says so first. */
export const SignOut = () => {
  const { unsent } = useServices();
  const { owner } = useDesk();
  const { phase } = useCallState();
  const { signOut, failure } = useSignOut();
  const [unsentCount, setUnsentCount] = useState<number | null>(null);

  const ask = async () => {
    const count = (await unsent.list(owner.member.id)).length;
    if (count > 0 || phase === 'ended') setUnsentCount(count);
    else await signOut();
  };
  return (
    <>
      <button type="button" className="button" disabled={isLive(phase)} onClick={() => void ask()}>
        <IconLogout size={16} aria-hidden="true" />
        {isLive(phase) ? 'Hang up before signing out' : 'Sign out'}
      </button>
      {failure === null ? null : <p role="alert">{failure}</p>}
      <AlertDialog.Root
        open={unsentCount !== null}
        onOpenChange={(isOpen) => !isOpen && setUnsentCount(null)}
      >
        <AlertDialog.Portal>
          <AlertDialog.Backdrop className="veil" />
          <AlertDialog.Popup className="dialog">
            <AlertDialog.Title className="dialog__title">Sign out now?</AlertDialog.Title>
            <AlertDialog.Description>{warning(unsentCount ?? 0, phase === 'ended')}</AlertDialog.Description>
            <div className="dialog__actions">
              <button type="button" className="button" onClick={() => void signOut()}>
                Sign out
              </button>
              <AlertDialog.Close className="button button--main">Stay signed in</AlertDialog.Close>
            </div>
          </AlertDialog.Popup>
        </AlertDialog.Portal>
      </AlertDialog.Root>
    </>
  );
};

const warning = (count: number, hasWrapUp: boolean): string => {
  const calls = count === 1 ? '1 call is' : `${count} calls are`;
  const kept = count === 0 ? '' : `${calls} only on this computer, not sent yet. `;
  const wrapUp = hasWrapUp ? 'A wrap-up is not saved yet. ' : '';
  return `${kept}${wrapUp}All of it stays here and goes on when you sign in again on this computer.`;
};

const useSignOut = () => {
  const { client, queries, otherWindows } = useServices();
  const { owner, dialer } = useDesk();
  const [failure, setFailure] = useState<string | null>(null);
  const signOut = async () => {
    try {
      dialer.flush();
      await client.signOut();
      const { member } = owner;
      createCallSession({
        storage: localStorage,
        now: Date.now,
        newId: () => crypto.randomUUID(),
        member: member.id,
      }).end();
      otherWindows.postMessage('session-changed');
      queries.clear();
      window.location.assign('/');
    } catch (error) {
      const { what, remedy } = wordsFor(error);
      setFailure(`${what} ${remedy}`);
    }
  };
  return { signOut, failure };
};
