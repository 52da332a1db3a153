import { coldOpen } from './cold-open/subject.ts';
import { edit } from './edit/subject.ts';
import { merge } from './merge/subject.ts';
import type { Subject } from './subject.ts';

export const subjects: readonly Subject[] = [coldOpen, edit, merge];
