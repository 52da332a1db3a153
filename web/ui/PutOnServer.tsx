/**
 * The way to a server, where something needs one; to keeping first, where nothing is kept yet. Its page
 * leads back to where it was asked from.
 */
import { Trans } from '@lingui/react/macro';
import { LinkButton, TextLink } from './Link.tsx';
import { useTogether } from './together.ts';
import { useAddress } from './where.ts';

export function PutOnServer({ as = 'plain' }: { readonly as?: 'filled' | 'plain' | 'text' }) {
  const here = useTogether();
  const address = useAddress();
  if (!here) {
    return (
      <LinkButton to="/keep" kind={as === 'filled' ? 'filled' : 'plain'}>
        <Trans>Keep this</Trans>
      </LinkButton>
    );
  }
  const to = `/settings/server?${new URLSearchParams({ back: address })}`;
  const words = <Trans>Put this workspace on a server</Trans>;
  if (as === 'text') return <TextLink to={to}>{words}</TextLink>;
  return (
    <LinkButton to={to} kind={as}>
      {words}
    </LinkButton>
  );
}
