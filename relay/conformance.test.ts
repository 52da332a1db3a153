import { conformsOn } from './conformance-suite.ts';

conformsOn('SQLite');
