import type { Store } from '../store/port.ts';
import { openEmbeddedStore } from './store-opened.ts';

/** A real store, embedded, in a folder of its own that goes when it is closed. */
export const openTestStore = async (): Promise<Store> => {
  const { store, close } = await openEmbeddedStore();
  return { ...store, close };
};
