import { AlertDialog } from '@base-ui/react/alert-dialog';
import { IconLogout2 } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { useServices } from '../app/services.ts';
import { isLive } from '../dialer/call-machine.ts';
import { useCallState, useDesk } from '../dialer/use-dialer.ts';
import { wordsFor } from '../worker-client/problem-error.ts';

/** Ends every session of the person, here and on computers that they left. Calls that wait there stay there. */
export const SignOutEverywhere = () => {
  const { client, otherWindows, queries } = useServices();
  const { dialer } = useDesk();
  const { phase } = useCallState();
  const signOut = useMutation({
    mutationFn: () => {
      dialer.flush();
      return client.signOutEverywhere();
    },
    onSuccess: () => {
      otherWindows.postMessage('session-changed');
      queries.clear();
      window.location.assign('/');
    },
  });
  return (
    <div className="settings__line">
      <AlertDialog.Root>
        <div className="settings__row">
          <AlertDialog.Trigger className="button" disabled={isLive(phase)}>
            <IconLogout2 size={16} aria-hidden="true" />
            {isLive(phase) ? 'Hang up before signing out' : 'Sign out everywhere'}
          </AlertDialog.Trigger>
        </div>
        <p className="quiet settings__hint">On this computer and on every other one.</p>
        {signOut.error === null ? null : (
          <p className="settings__fault" role="alert">
            {wordsFor(signOut.error).what} {wordsFor(signOut.error).remedy}
          </p>
        )}
        <AlertDialog.Portal>
          <AlertDialog.Backdrop className="veil" />
          <AlertDialog.Popup className="dialog">
            <AlertDialog.Title className="dialog__title">Sign out everywhere?</AlertDialog.Title>
            <AlertDialog.Description>
              Every window of yours asks for a new sign-in, also one with a call that goes on. Calls that were
              not sent yet stay on their computers and go on when you sign in there again.
            </AlertDialog.Description>
            <div className="dialog__actions">
              <AlertDialog.Close className="button" onClick={() => signOut.mutate()}>
                Sign out everywhere
              </AlertDialog.Close>
              <AlertDialog.Close className="button button--main">Stay signed in</AlertDialog.Close>
            </div>
          </AlertDialog.Popup>
        </AlertDialog.Portal>
      </AlertDialog.Root>
    </div>
  );
};
