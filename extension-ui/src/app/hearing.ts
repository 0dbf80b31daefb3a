import type { QueryClient } from '@tanstack/react-query';

/** Answers that are on their way: what is heard until they are here may be newer than they are. */
export const createHearing = <News>() => {
  const onTheWay = new WeakMap<QueryClient, Set<News[]>>();
  return {
    tell: (queries: QueryClient, news: News): void => {
      for (const heard of onTheWay.get(queries) ?? []) heard.push(news);
    },
    /** Reads, and gives the answer together with all that was told in between, oldest first. */
    during: async <Answer>(queries: QueryClient, read: () => Promise<Answer>) => {
      const heard: News[] = [];
      const reads = onTheWay.get(queries) ?? new Set();
      onTheWay.set(queries, reads.add(heard));
      try {
        return { answer: await read(), heard };
      } finally {
        reads.delete(heard);
      }
    },
  };
};
