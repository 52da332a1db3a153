import { coldOpen } from './cold-open/subject.ts';
import { edit } from './edit/subject.ts';
import { merge } from './merge/subject.ts';
import { relay } from './relay/subject.ts';
import type { Subject } from './subject.ts';
import { sync } from './sync/subject.ts';
import { whatWeKnow } from './what-we-know/subject.ts';

/** Those that can also be measured in a page, which is bundled with nothing else. */
export const inPages: readonly Subject[] = [coldOpen, edit, merge, whatWeKnow];

export const subjects: readonly Subject[] = [...inPages, relay, sync];
