import { useParams } from '@tanstack/react-router';
import { CallAlone } from './call-alone.tsx';

/** A call on a page of its own. */
const CallRoute = () => {
  const { callId } = useParams({ from: '/inside/calls/$callId' });
  return <CallAlone callId={callId} />;
};
export default CallRoute;
