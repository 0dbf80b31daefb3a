import { IconArrowLeft } from '@tabler/icons-react';
import { Link, useParams } from '@tanstack/react-router';
import { CallPage } from './call-page.tsx';

/** A call on a page of its own. */
const CallRoute = () => {
  const { callId } = useParams({ from: '/inside/calls/$callId' });
  return (
    <div className="call-route">
      <nav aria-label="Back">
        <Link to="/calls" className="button button--plain">
          <IconArrowLeft size={16} aria-hidden="true" />
          Calls
        </Link>
      </nav>
      <CallPage key={callId} callId={callId} />
    </div>
  );
};
export default CallRoute;
