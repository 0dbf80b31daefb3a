import { useState } from 'react';
import type { z } from 'zod';
import { useServices } from '../app/services.ts';
import { useDesk } from '../dialer/use-dialer.ts';

/**
 * What somebody types into a form, kept on this computer at every keystroke until it is saved or let go: a reload takes
 * nothing away. Null: nothing was typed.
 */
export const useKept = <Words>(name: string, schema: z.ZodType<Words>) => {
  const { keeping } = useServices();
  const { owner } = useDesk();
  const key = `twenty-dialer:form:${owner.member.id}:${name}`;
  const [words, setWords] = useState<Words | null>(() => read(key, schema));
  const keep = (next: Words | null) => {
    setWords(next);
    try {
      if (next === null) localStorage.removeItem(key);
      else localStorage.setItem(key, JSON.stringify(next));
    } catch (error) {
      keeping.report(error);
    }
  };
  return [words, keep] as const;
};

const read = <Words>(key: string, schema: z.ZodType<Words>): Words | null => {
  try {
    return schema.safeParse(JSON.parse(localStorage.getItem(key) ?? 'null')).data ?? null;
  } catch {
    return null; // Not ours: nothing to bring back.
  }
};
