/** Where the envelopes stand, in words, and what this person can do about them. */
import { Plural, Trans } from '@lingui/react/macro';
import { useState } from 'react';
import { Button } from '../../../ui/Button.tsx';
import { Notice } from '../../../ui/Notice.tsx';
import { useNames } from '../../../ui/together.ts';
import type { Weighing } from './useWeighing.ts';

/** Under my own answers: who can read them until then, and the button that puts them in. */
export function PutIn({ weighing }: { readonly weighing: Weighing }) {
  const nameOf = useNames();
  const [notReady, setNotReady] = useState(false);
  const { round, draft, putIn, turn } = weighing;
  const isEmpty =
    draft.contribution === null &&
    draft.members === null &&
    draft.longView.trim() === '' &&
    !draft.longViewUnknown;
  const facilitator = <bdi>{nameOf(round.facilitator ?? '')}</bdi>;
  return (
    <div className="put-in stack">
      <Button
        kind="filled"
        isDisabled={isEmpty}
        onPress={() => void putIn().then((isIn) => setNotReady(!isIn))}
      >
        <Trans>Put my answer in the envelope</Trans>
      </Button>
      <p className="quiet">
        {weighing.mayOpen ? (
          <Trans>Only you can read this until it is opened.</Trans>
        ) : (
          <Trans>You and {facilitator} can read this until it is opened.</Trans>
        )}{' '}
        <HowMany turn={turn} />
      </p>
      {notReady && (
        <Notice kind="grave" announced>
          <p>
            <Trans>
              The device of {facilitator} was not here yet, so no envelope can be sealed for it.
              Your answers stay here; try again once it was.
            </Trans>
          </p>
        </Notice>
      )}
    </div>
  );
}

/** In place of the questions while an envelope is closed. */
export function Closed({ weighing }: { readonly weighing: Weighing }) {
  const nameOf = useNames();
  const { turn, mayOpen, openNow } = weighing;
  const someone = turn.missing.map(nameOf).filter((name) => name !== '');
  return (
    <div className="stack" role="status">
      <p>
        {turn.mineIsIn ? (
          <Trans>Your answer is in the envelope.</Trans>
        ) : (
          <Trans>Others answer this in closed envelopes.</Trans>
        )}{' '}
        <HowMany turn={turn} />
      </p>
      <p className="quiet">
        <Trans>They open by themselves when all are in.</Trans>
      </p>
      {mayOpen && turn.enclosed > 0 && turn.missing.length > 0 && (
        <>
          {someone.length > 0 && (
            <p className="quiet">
              <Trans>
                Still to come: <Names of={someone} />
              </Trans>
            </p>
          )}
          <Button kind="quiet" onPress={openNow}>
            <Trans>Open them now</Trans>
          </Button>
        </>
      )}
    </div>
  );
}

function HowMany({ turn }: { readonly turn: Weighing['turn'] }) {
  const { asked, enclosed } = turn;
  return (
    <Plural
      value={enclosed}
      _0={`Nobody of ${asked} has answered yet.`}
      one={`One of ${asked} has answered.`}
      other={`# of ${asked} have answered.`}
    />
  );
}

function Names({ of }: { readonly of: readonly string[] }) {
  return of.map((name, at) => (
    <span key={name}>
      {at > 0 && ' · '}
      <bdi>{name}</bdi>
    </span>
  ));
}
