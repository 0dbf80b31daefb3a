import { IconExternalLink } from '@tabler/icons-react';
import { SyncMark } from '../ui/sync-mark.tsx';
import { dateAndTime, fullTime } from '../ui/time.ts';
import type { ShownNote } from './shown-call.ts';

/** All notes of a call in the order in which they were written. */
export const CallNotes = ({ notes }: { notes: readonly ShownNote[] }) => (
  <section className="call-page__part" aria-labelledby="call-notes">
    <h2 id="call-notes">Notes</h2>
    {notes.length === 0 ? <p className="quiet">No note</p> : null}
    <ol className="notes">
      {notes.map(({ id, text, writtenAt, mark, twentyUrl }) => (
        <li key={id} className="notes__note">
          <p className="call-row__note">{text}</p>
          <p className="notes__facts">
            {writtenAt === null ? null : (
              <time className="quiet figures" dateTime={writtenAt} title={fullTime(writtenAt)}>
                {dateAndTime(writtenAt)}
              </time>
            )}
            <SyncMark mark={mark} />
            {twentyUrl === null ? null : (
              <a href={twentyUrl} target="_blank" rel="noreferrer">
                <IconExternalLink size={14} aria-hidden="true" />
                Note in Twenty
                <span className="for-screen-readers">(new tab)</span>
              </a>
            )}
          </p>
        </li>
      ))}
    </ol>
  </section>
);
