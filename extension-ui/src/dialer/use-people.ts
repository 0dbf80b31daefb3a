import { useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { useServices } from '../app/services.ts';

/** The people that a typed text finds, and whether they answer what stands there now. */
export const usePeople = (text: string) => {
  const { client } = useServices();
  const wanted = useSettled(text.trim());
  const search = useQuery({
    queryKey: ['people', wanted],
    queryFn: ({ signal }) => client.searchPeople(wanted, signal),
    // One letter finds half the company; with nothing typed there is somebody to begin with.
    enabled: wanted.length !== 1,
    // Those who fitted the letters before still fill the list; those offered before anything was typed do not.
    placeholderData: (before, query) =>
      wanted.length >= 2 && query?.queryKey[1] !== '' ? before : undefined,
  });
  return { search, isCurrent: wanted === text.trim() && !search.isFetching && !search.isPlaceholderData };
};

/** The text once nobody has typed for a moment, so that not every letter asks Twenty. */
const useSettled = (text: string): string => {
  const [settled, setSettled] = useState(text);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(text), 150);
    return () => clearTimeout(timer);
  }, [text]);
  return settled;
};
