/** Whose a story is, in a few words. */
import type { Whose } from '@alongside/practice';
import { Trans } from '@lingui/react/macro';

export function WhoseLine({ whose }: { readonly whose: Whose }) {
  switch (whose) {
    case 'others':
      return <Trans>Published by others: to read and talk about</Trans>;
    case 'ours':
      return <Trans>Our own story</Trans>;
    case 'unsure':
      return <Trans>Nobody has said yet whose story this is</Trans>;
  }
}
