import { useServices } from '../app/services.ts';
import type { UnsentReport } from '../worker-client/unsent-reports.ts';

/** The worker did not take a report as it is: which fields, the code to quote, and another try. */
export const RefusedReport = ({ entry }: { entry: UnsentReport }) => {
  const { unsent, sender } = useServices();
  return (
    <div className="call-row__attention">
      <p>The dialer did not take this call as it is. All of it is kept on this computer.</p>
      <p>{entry.words}</p>
      <ul>
        {entry.fields.map(({ path, message }) => (
          <li key={path}>
            <strong>{path}</strong>: {message}
          </li>
        ))}
      </ul>
      <button
        type="button"
        className="button"
        onClick={() => void unsent.settle(entry, entry.report).then(sender.wake)}
      >
        Send again
      </button>
    </div>
  );
};
