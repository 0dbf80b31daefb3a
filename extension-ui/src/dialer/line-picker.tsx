import type { CallLine, LineName } from '@twenty-dialer/contract';
import { PRACTICE_SCRIPTS, USUAL_PRACTICE_SCRIPT } from '../line/practice-scripts.ts';

export const LINE_WORDS: Record<CallLine, { name: string; says: string }> = {
  practice: { name: 'Practice line', says: 'Rings nobody. No telephone, no microphone.' },
  manual: { name: 'Manual line', says: 'You call with any telephone. The dialer times and records it.' },
  twilio: { name: 'Telephone line', says: 'Calls through this computer.' },
  entered: { name: 'Entered afterwards', says: 'Made elsewhere and written down later.' },
};

export type LinePickerProps = {
  offered: readonly LineName[];
  line: LineName;
  onPick: (line: LineName) => void;
};

/** Which line the next call takes, and on the practice line what each number does. */
export const LinePicker = ({ offered, line, onPick }: LinePickerProps) => (
  <section className="line-picker" aria-label="Line">
    {offered.length > 1 ? (
      <div className="line-picker__lines" role="radiogroup" aria-label="Line">
        {offered.map((name) => (
          <label key={name} className="line-picker__line">
            <input
              type="radio"
              name="line"
              className="for-screen-readers"
              checked={name === line}
              onChange={() => onPick(name)}
            />
            <span>{LINE_WORDS[name].name}</span>
          </label>
        ))}
      </div>
    ) : (
      <h2>{LINE_WORDS[line].name}</h2>
    )}
    <p className="quiet">{LINE_WORDS[line].says}</p>
    {line === 'practice' ? <PracticeNumbers /> : null}
  </section>
);

const PracticeNumbers = () => (
  <details className="practice-numbers" open>
    <summary>What happens is in the last two digits</summary>
    <table>
      <thead className="for-screen-readers">
        <tr>
          <th scope="col">Number ends in</th>
          <th scope="col">What happens</th>
        </tr>
      </thead>
      <tbody>
        {PRACTICE_SCRIPTS.map(({ ending, says }) => (
          <tr key={ending}>
            <th scope="row" className="figures">
              …{ending}
            </th>
            <td>{says}</td>
          </tr>
        ))}
        <tr>
          <th scope="row">…</th>
          <td>{USUAL_PRACTICE_SCRIPT.says}</td>
        </tr>
      </tbody>
    </table>
  </details>
);
