import type { Parameter } from '../database.ts';

/** What the main thread asks of the thread that PGlite lives in. Requests are answered one by one, in order. */
export type Request = { readonly id: number } & (
  | { readonly kind: 'query'; readonly sql: string; readonly parameters: readonly Parameter[] }
  | { readonly kind: 'script'; readonly sql: string }
  | { readonly kind: 'close' }
);

export type Reply =
  | { readonly kind: 'ready' }
  | { readonly kind: 'cannot-start'; readonly message: string }
  | { readonly kind: 'rows'; readonly id: number; readonly rows: readonly unknown[] }
  | { readonly kind: 'refused'; readonly id: number; readonly message: string; readonly code: string | null }
  | { readonly kind: 'notification'; readonly payload: string };
