import { Link } from '@tanstack/react-router';
import { Trouble } from '../ui/trouble.tsx';
import { AuditRow } from './audit-row.tsx';
import { useAudit } from './use-audit.ts';
import './audit.css';

const SHOWN = 10;

/** Who did what to one record, on its own page; for whoever may see the trail. */
const RecordTrail = ({ record }: { record: string }) => {
  const { query, events } = useAudit({ record });
  if (query.isError && query.data === undefined) {
    return <Trouble error={query.error} onTryAgain={() => void query.refetch()} />;
  }
  if (events.length === 0) return null;
  return (
    <section className="call-page__part" aria-labelledby="record-trail">
      <h2 id="record-trail">Audit trail</h2>
      <ol className="audit__rows">
        {events.slice(0, SHOWN).map((event) => (
          <AuditRow key={event.id} event={event} onRecord={null} isOnItsPage />
        ))}
      </ol>
      {events.length > SHOWN ? (
        <Link to="/audit" search={{ record }}>
          Show all
        </Link>
      ) : null}
    </section>
  );
};
export default RecordTrail;
