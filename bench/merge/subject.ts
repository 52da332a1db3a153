import type { Subject } from '../subject.ts';
export const merge: Subject = { name: 'merge', sizes: [60_000], headline: 'merge', contenders: {} };
