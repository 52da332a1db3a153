/** The sentence for what could not be done, read aloud when it appears. */
import type { TogetherRefusal } from '@alongside/vault/kept';
import { useLingui } from '@lingui/react';
import { Notice } from './Notice.tsx';
import { refusalWords } from './together-refusals.ts';

export function Refused({ refusal }: { readonly refusal: TogetherRefusal | undefined }) {
  const { _ } = useLingui();
  if (!refusal) return null;
  return (
    <Notice kind="grave" announced>
      <p>{_(refusalWords[refusal.type])}</p>
    </Notice>
  );
}
