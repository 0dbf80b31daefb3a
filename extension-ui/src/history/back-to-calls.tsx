import { IconArrowLeft } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useLastList } from './use-last-list.ts';

/** The way back to the list, filtered as it was left. */
export const BackToCalls = () => (
  <nav aria-label="Back">
    <Link to="/calls" search={useLastList()} className="button button--plain">
      <IconArrowLeft size={16} aria-hidden="true" />
      Calls
    </Link>
  </nav>
);
