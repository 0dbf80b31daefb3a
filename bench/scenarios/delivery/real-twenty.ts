import type { Bench, RealTwenty } from '../../bench.ts';
import type { Figure } from '../../scenario.ts';
import { deliverBacklog, postOneByOne, prepareBacklog } from '../../support/deliveries.ts';
import { enterRealTwenty } from '../../support/real-twenty.ts';
import { budgetFigures, ratioFigures } from './figures.ts';

/**
 * A few calls of the bench's own, with ids of its own, that are destroyed again: beside the bare loop's, which are the
 * same. Reps' XP stays as it is.
 */
export const deliverToRealTwenty = async (bench: Bench, twenty: RealTwenty): Promise<Figure[]> => {
  const { workspaceId, cast, keep, keepLog, verifyOnce, destroy } = await enterRealTwenty(bench, twenty);
  const backlog = await prepareBacklog(bench, {
    workspaceId,
    twentyUrl: twenty.url,
    cast,
    // The last document of each kind is never full: with fewer, that would be all that is seen.
    count: bench.quick ? 200 : 400,
    isProgressionOpened: false,
  });
  const { reports } = backlog;
  keep(reports);

  bench.say(`delivering ${reports.length} calls by API key`);
  const way = { twentyUrl: twenty.url, access: { TWENTY_API_KEY: twenty.key } };
  const delivered = await deliverBacklog(bench, backlog, way);
  keepLog(delivered.documents);
  await verifyOnce(reports);
  bench.say('destroying them again, as the budget allows');
  await destroy(reports);
  bench.say('posting the same documents one by one');
  const documents = delivered.documents.map(({ body }) => body);
  const seconds = await postOneByOne(documents, way);
  await verifyOnce(reports);
  return [
    ...budgetFigures(delivered.documents, {
      calls: reports.length,
      people: cast.people.length,
      how: 'by API key',
    }),
    ...ratioFigures({
      worker: delivered.callsPerSecond,
      bare: reports.length / seconds,
      documents: documents.length,
      isJudged: false,
    }),
  ];
};
