import { BackToCalls } from './back-to-calls.tsx';
import { CallPage } from './call-page.tsx';

/** A call where there is no room for the list beside it. */
export const CallAlone = ({ callId }: { callId: string }) => (
  <div className="call-route">
    <BackToCalls />
    <CallPage key={callId} callId={callId} />
  </div>
);
