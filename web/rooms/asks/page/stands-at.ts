/** Where the page of an ask opens by itself: at its beginning, and once it is answered at what comes next. */
import type { Ask } from '@alongside/practice';
import type { PartName } from './parts.ts';

export function standsAt(ask: Pick<Ask, 'answer'> | undefined): PartName {
  if (!ask || ask.answer === null) return 'ask';
  return ask.answer === 'yes' || ask.answer === 'in-part' ? 'after' : 'answer';
}
