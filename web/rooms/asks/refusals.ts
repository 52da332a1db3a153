/** What is wrong with an ask, as a sentence that says what to do. */
import type { AskRefused, MessageRefused, PromiseRefused } from '@alongside/practice';
import { t } from '@lingui/core/macro';

export function refusalWords(
  refused:
    | AskRefused
    | MessageRefused
    | PromiseRefused
    | { readonly type: 'DayBeforeAsk'; readonly by: string; readonly received: string },
): string {
  switch (refused.type) {
    case 'FromMissing':
      return t`Write who asks. A name is enough.`;
    case 'WhatMissing':
      return t`Write in a line what they ask for.`;
    case 'MessageEmpty':
      return t`There are no words in it yet.`;
    case 'MessageTooLong':
      return t`This message is too long to keep in one piece. Nothing of it is lost here: take out what is not about the ask, or paste only the part that asks.`;
    case 'LineTooLong':
      return t`This is more than fits here (${refused.limit} characters). Shorten it; the whole message stays as it came.`;
    case 'WordMissing':
      return t`Write what you told them, in a line.`;
    case 'NotADay':
      return t`There is no such day. Choose another, or leave it empty.`;
    case 'DayBeforeAsk':
      return t`That day is before they asked. Choose another, or leave it empty.`;
    case 'DayIsPast':
      return t`That day has passed. Choose another, or leave it empty.`;
  }
}
