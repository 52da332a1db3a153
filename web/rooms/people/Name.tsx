/** A person's name as they wrote it, whatever its script; said so where they have none. */
import { Trans } from '@lingui/react/macro';
import { useNames, useTogether } from '../../ui/together.ts';

export function Name({ of }: { readonly of: string }) {
  const nameOf = useNames();
  const me = useTogether()?.now.me === of;
  const name = nameOf(of);
  const said = name === '' ? <Trans>Someone without a name</Trans> : <bdi>{name}</bdi>;
  return me ? (
    <>
      {said} <Trans>(you)</Trans>
    </>
  ) : (
    said
  );
}
