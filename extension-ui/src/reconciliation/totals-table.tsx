import type { ReconciledTotals } from '@twenty-dialer/contract';
import { BothSides } from './both-sides.tsx';

/** What each rep has come to, by the ledger and in Twenty. */
export const TotalsTable = ({ totals }: { totals: readonly ReconciledTotals[] }) =>
  totals.length === 0 ? null : (
    <section aria-labelledby="rec-totals">
      <h2 id="rec-totals">XP</h2>
      <table className="rec__table">
        <thead>
          <tr>
            <th scope="col">Rep</th>
            <th scope="col">XP here / in Twenty</th>
            <th scope="col">Calls here / in Twenty</th>
          </tr>
        </thead>
        <tbody>
          {totals.map((row) => (
            <Totals key={row.member.id} row={row} />
          ))}
        </tbody>
      </table>
    </section>
  );

const Totals = ({ row: { member, here, inTwenty } }: { row: ReconciledTotals }) => {
  const isXpEqual = here.xp === inTwenty?.xp;
  const isCallsEqual = here.calls === inTwenty?.calls;
  return (
    <tr className={isXpEqual && isCallsEqual ? undefined : 'rec__odd'}>
      <th scope="row">{member.name || 'A rep without a name'}</th>
      <BothSides here={String(here.xp)} inTwenty={String(inTwenty?.xp ?? 'none')} />
      <BothSides here={String(here.calls)} inTwenty={String(inTwenty?.calls ?? 'none')} />
    </tr>
  );
};
