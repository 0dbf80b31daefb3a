// A thread does not take over the TypeScript loader of its process (Node 20 runs the loader's hooks for the main thread
// only), so this one starts as plain JavaScript and registers it for itself.
import { register } from 'tsx/esm/api';

register();
await import('./thread.ts');
