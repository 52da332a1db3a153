/**
 * What I can usually give, said once and changed when life changes. What is chosen is kept by itself, for
 * me alone, and said to the planners with one button, under which stands who they are. Stepping back is one tap, as good as
 * any other answer.
 */
import {
  handOverFields,
  joinAway,
  keepPromises,
  offerPromises,
  promiseFields,
  readFields,
  usualAmounts,
} from '@alongside/practice';
import { t } from '@lingui/core/macro';
import { useLingui } from '@lingui/react';
import { Trans } from '@lingui/react/macro';
import { useState } from 'react';
import { Button } from '../../../ui/Button.tsx';
import { Radio, RadioGroup } from '../../../ui/Choices.tsx';
import { today } from '../../../ui/days.ts';
import { usePlanning } from '../../../ui/giving.ts';
import { TextLink } from '../../../ui/Link.tsx';
import { Notice } from '../../../ui/Notice.tsx';
import { Page } from '../../../ui/Page.tsx';
import { useUndo } from '../../../ui/Undo.tsx';
import { useNamesJoined } from '../../../ui/useNamesJoined.ts';
import { useGo } from '../../../ui/where.ts';
import { useWorkspace } from '../../../ui/workspace.tsx';
import { amountWords } from '../amount-words.ts';
import { AwayPart } from './AwayPart.tsx';
import { SkillsPart } from './SkillsPart.tsx';
import '../Giving.css';
import { dropDraft, keepChosen, type OfferValues, sayOffer, takeBack } from './say-offer.ts';

export default function WhatICanGive() {
  const workspace = useWorkspace();
  const { own, planners } = usePlanning();
  const { _ } = useLingui();
  const go = useGo();
  const say = useUndo();
  const [values, setValues] = useState<OfferValues>(() => valuesOf(own.draft ?? own));
  const set = (more: Partial<OfferValues>) => {
    const next = { ...values, ...more };
    setValues(next);
    keepChosen(workspace, next);
  };
  const save = (next: OfferValues) => {
    sayOffer(workspace, next, planners);
    moveTo(next.steppedBack);
  };
  const moveTo = (steppedBack: boolean) => {
    const promises = workspace.tables
      .all('promises')
      .map((record) => readFields(promiseFields, record));
    const handOvers = workspace.tables
      .all('handOvers')
      .map((record) => readFields(handOverFields, record));
    const { me, coreTeam, newId } = workspace;
    const changes = steppedBack
      ? offerPromises(me, promises, handOvers, newId)
      : keepPromises(me, promises, handOvers);
    if (changes.length > 0) workspace.commit(changes, coreTeam);
  };
  const stepBack = (steppedBack: boolean) => {
    // What is said with it is what was said before: a draft is not said by stepping back.
    const before = valuesOf(own);
    const { draft } = own;
    const next = { ...before, steppedBack };
    setValues({ ...values, steppedBack });
    save(next);
    if (draft) keepChosen(workspace, { ...valuesOf(draft), steppedBack });
    say(steppedBack ? t`You have stepped back.` : t`You are back.`, () => {
      setValues(values);
      save(before);
      if (draft) keepChosen(workspace, valuesOf(draft));
    });
  };
  return (
    <Page
      title={<Trans>How much could you usually give to other communities’ causes?</Trans>}
      readers={<WhoReadsMine />}
      above={
        <TextLink to="/giving">
          <Trans>What we can give</Trans>
        </TextLink>
      }
      action={
        <Button
          kind="filled"
          isDisabled={values.usual === null}
          onPress={() => {
            save({ ...values, steppedBack: false });
            go('/giving');
          }}
        >
          {planners ? <Trans>Say this to the planners</Trans> : <Trans>Keep this</Trans>}
        </Button>
      }
    >
      <OtherPlanners />
      {own.draft && (
        <Notice
          actions={
            <Button
              onPress={() => {
                dropDraft(workspace);
                setValues(valuesOf(own));
              }}
            >
              <Trans>Leave it as I said it</Trans>
            </Button>
          }
        >
          <p>
            <Trans>
              What you changed is kept for you alone. The planners read what you said before, until
              you say this.
            </Trans>
          </p>
        </Notice>
      )}
      {own.steppedBack && (
        <Notice
          actions={
            <Button onPress={() => stepBack(false)}>
              <Trans>Come back</Trans>
            </Button>
          }
        >
          <p>
            <Trans>
              You have stepped back. Your promises are offered to others; each is yours until
              somebody takes it.
            </Trans>
          </p>
        </Notice>
      )}
      <RadioGroup
        label={<Trans>In a usual week</Trans>}
        hint={<Trans>What you offer, never what you worked. Change it when life changes.</Trans>}
        value={values.usual}
        onChange={(chosen) => set({ usual: usualAmounts.find((one) => one === chosen) ?? null })}
      >
        {usualAmounts.map((amount) => (
          <Radio key={amount} value={amount}>
            {_(amountWords[amount])}
          </Radio>
        ))}
      </RadioGroup>
      <AwayPart away={values.away} onChange={(away) => set({ away })} />
      <SkillsPart
        skills={values.skills}
        sayName={values.sayName}
        onSkills={(skills) => set({ skills })}
        onSayName={(sayName) => set({ sayName })}
      />
      {!own.steppedBack && (
        <section className="stack">
          <h2>
            <Trans>Step back</Trans>
          </h2>
          <p>
            <Trans>
              As good an answer as any. No reason is asked or kept. Your promises are offered to
              others, who take one only with their own yes.
            </Trans>
          </p>
          <div className="row">
            <Button onPress={() => stepBack(true)}>
              <Trans>Step back</Trans>
            </Button>
            {own.circle !== null && (
              <Button
                kind="quiet"
                onPress={() => {
                  takeBack(workspace);
                  say(t`The planners are told nothing of yours any more.`);
                }}
              >
                <Trans>Take back what I said</Trans>
              </Button>
            )}
          </div>
        </section>
      )}
    </Page>
  );
}

function valuesOf({ usual, steppedBack, away, skills, sayName }: OfferValues): OfferValues {
  return { usual, steppedBack, away: joinAway(away, today()), skills, sayName };
}

/** Before it is said: who will read it. Afterwards: who does. */
function WhoReadsMine() {
  const { own, planners } = usePlanning();
  const names = useNamesJoined();
  const who = planners && names(planners.people);
  return (
    <p className="quiet who-can-read">
      {!who ? (
        <Trans>Who can read this: only me, until the team chooses who plans</Trans>
      ) : own.circle === planners.circle ? (
        <Trans>Who can read this: I and {who}</Trans>
      ) : (
        <Trans>Who will be able to read this: I and {who}</Trans>
      )}
    </p>
  );
}

/** Said when the planners are not those any more to whom I said it. */
function OtherPlanners() {
  const { own, planners } = usePlanning();
  const names = useNamesJoined();
  if (!planners || own.record === null) return null;
  const added = planners.people.filter((one) => !own.planners.includes(one));
  if (own.circle === planners.circle && added.length === 0) return null;
  const who = names(own.circle === planners.circle ? added : planners.people);
  return (
    <Notice kind="care">
      <p>
        {own.circle === planners.circle ? (
          <Trans>Since you said it, {who} plans too and can read it.</Trans>
        ) : (
          <Trans>Now {who} plans. What you said is not there until you say it again.</Trans>
        )}
      </p>
    </Notice>
  );
}
