import { openEmbeddedStore } from '../testing/store-opened.ts';
import { describeStore } from './conformance.ts';

describeStore('PGlite', openEmbeddedStore);
