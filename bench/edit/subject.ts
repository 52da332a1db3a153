import type { Subject } from '../subject.ts';
export const edit: Subject = { name: 'edit', sizes: [60_000], headline: 'seen µs', contenders: {} };
