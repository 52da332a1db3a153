/** All promises: those to keep first, the soonest first, then what became of the others. */
import { isToKeep, type PromiseMade } from '@alongside/practice';
import { t } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import { useSayDay } from '../../../ui/days.ts';
import { TextLink } from '../../../ui/Link.tsx';
import { OwnWords, ownWords } from '../../../ui/OwnWords.tsx';
import { usePromises } from '../../../ui/promises.ts';
import { Row, Rows } from '../../../ui/Rows.tsx';
import { useAsk } from '../useAsk.ts';

export function Promised() {
  const promises = usePromises();
  const toKeep = promises.filter(isToKeep).sort(soonest);
  const rest = promises.filter((promise) => !isToKeep(promise)).reverse();
  if (promises.length === 0) {
    return (
      <p>
        <Trans>
          What we say yes to stands here: what, by when, who of us carries it, and what became of
          it.
        </Trans>
      </p>
    );
  }
  return (
    <Rows label={t`Promises`}>
      {[...toKeep, ...rest].map((promise) => (
        <Row key={promise.id}>
          <OnePromise promise={promise} />
        </Row>
      ))}
    </Rows>
  );
}

function OnePromise({ promise }: { readonly promise: PromiseMade }) {
  const sayDay = useSayDay();
  const { ask } = useAsk(promise.ask ?? '');
  const to = ask?.from || promise.to;
  const day = isToKeep(promise) ? promise.by : promise.stateOn;
  return (
    <>
      <p {...ownWords(promise.what)}>
        <TextLink to={`/asks/promises/${promise.id}`}>{promise.what}</TextLink>
      </p>
      <p className="quiet">
        {to && <OwnWords>{to}</OwnWords>}
        {to && ' · '}
        {promise.state === 'kept' ? (
          <Trans>Kept</Trans>
        ) : promise.state === 'set-down' ? (
          <Trans>Set down, and told them</Trans>
        ) : promise.sureness === 'maybe' ? (
          <Trans>Maybe</Trans>
        ) : (
          <Trans>Sure</Trans>
        )}
        {day && ` · ${sayDay(day)}`}
      </p>
    </>
  );
}

function soonest(a: PromiseMade, b: PromiseMade): number {
  const [one, other] = [a.by ?? '9999', b.by ?? '9999'];
  return one < other ? -1 : one > other ? 1 : 0;
}
