/**
 * The workspace went on under new keys, or on another server: what it left is still there until
 * everybody's devices have followed. Who is waited for, until when, and a way not to wait.
 */
import type { TogetherState } from '@alongside/vault/kept';
import { Plural, Trans } from '@lingui/react/macro';
import { Button } from './Button.tsx';
import { dayAt, useSayDay } from './days.ts';
import { Notice } from './Notice.tsx';
import { Refused } from './Refused.tsx';
import { useNames, useTogether } from './together.ts';
import { useAsking } from './useAsking.ts';

export function MovingNotice() {
  const here = useTogether();
  const asking = useAsking();
  const sayDay = useSayDay();
  const moving = here?.now.moving;
  if (!here || !moving) return null;
  const { behind, from, until } = moving;
  const day = sayDay(dayAt(until));
  return (
    <Notice
      kind="care"
      actions={
        here.now.role === 'steward' &&
        behind.length > 0 && (
          <Button
            kind="grave"
            isDisabled={asking.working}
            onPress={() => void asking.run(() => here.together.deleteLeft())}
          >
            <Trans>Delete it now, without waiting</Trans>
          </Button>
        )
      }
    >
      <p>
        {from.length > 0 ? (
          <Trans>
            This workspace has moved. What lies on the server before is deleted once everyone’s
            devices have followed, or on {day}.
          </Trans>
        ) : (
          <Trans>
            There are new keys. What was deleted is erased on the server and on every device once
            everyone’s devices have followed, or on {day}.
          </Trans>
        )}
      </p>
      {behind.length > 0 && (
        <>
          <p>
            <Plural
              value={behind.length}
              one="One person has a device that has not followed yet:"
              other="# people have devices that have not followed yet:"
            />{' '}
            <Behind now={here.now} />
          </p>
          <p className="quiet">
            <Trans>
              They follow by themselves when they open Alongside. Whoever has not by then must be
              let in again. A recovery kit never says that it follows.
            </Trans>
          </p>
        </>
      )}
      <Refused refusal={asking.refusal} />
    </Notice>
  );
}

function Behind({ now }: { readonly now: TogetherState }) {
  const nameOf = useNames();
  return now.moving?.behind.map((id, at) => (
    <span key={id}>
      {at > 0 && ' · '}
      {nameOf(id) === '' ? <Trans>Someone without a name</Trans> : <bdi>{nameOf(id)}</bdi>}
    </span>
  ));
}
