/** What an ask would take of us: time in each week, for how long, and skills of our list. */
import { type Ask, skillsNeededAtMost } from '@alongside/practice';
import { Trans } from '@lingui/react/macro';
import { Checkbox, CheckboxGroup, Radio, RadioGroup } from '../../../ui/Choices.tsx';
import { Disclosure } from '../../../ui/Disclosure.tsx';
import { useSkills } from '../../../ui/giving.ts';
import { HalfDaysChoice } from '../../../ui/HalfDaysChoice.tsx';
import { TextLink } from '../../../ui/Link.tsx';
import { OwnWords } from '../../../ui/OwnWords.tsx';
import { Select } from '../../../ui/Select.tsx';
import { spans } from '../../../ui/weeks.ts';
import type { ChangeAsk } from '../useAsk.ts';

interface Given {
  readonly ask: Ask;
  readonly change: ChangeAsk;
}

const mostPeople = 20;

export function WhatItTakes({ ask, change }: Given) {
  return (
    <Disclosure summary={<Trans>What would it take of us?</Trans>}>
      <HalfDaysChoice
        label={<Trans>About how much in each week?</Trans>}
        hint={<Trans>Of all of us together.</Trans>}
        least={0}
        value={ask.takesHalfDays ?? 0}
        onChange={(takesHalfDays) => change({ takesHalfDays })}
      />
      <RadioGroup
        label={<Trans>For how many weeks?</Trans>}
        layout="steps"
        value={String(ask.takesWeeks ?? 1)}
        onChange={(weeks) => change({ takesWeeks: Number(weeks) })}
      >
        {spans.map((span) => (
          <Radio key={span} value={String(span)}>
            {span}
          </Radio>
        ))}
      </RadioGroup>
      <Skills ask={ask} change={change} />
    </Disclosure>
  );
}

function Skills({ ask: { takesSkills }, change }: Given) {
  const list = useSkills();
  if (list.length === 0) {
    return (
      <p className="quiet">
        <Trans>
          Skills and languages can be chosen here once some are on our list.{' '}
          <TextLink to="/giving/mine">What I can give</TextLink>
        </Trans>
      </p>
    );
  }
  const peopleFor = (skill: string) => takesSkills.find((one) => one.skill === skill)?.people;
  const choose = (chosen: readonly string[]) =>
    change({
      takesSkills: chosen
        .slice(0, skillsNeededAtMost)
        .map((skill) => ({ skill, people: peopleFor(skill) ?? 1 })),
    });
  return (
    <>
      <CheckboxGroup
        label={<Trans>Which skills or languages does it need?</Trans>}
        value={takesSkills.map(({ skill }) => skill)}
        onChange={choose}
      >
        {list.map(({ id, name }) => (
          <Checkbox key={id} value={id}>
            <OwnWords>{name}</OwnWords>
          </Checkbox>
        ))}
      </CheckboxGroup>
      {takesSkills.map(({ skill, people }) => {
        const name = <OwnWords>{list.find(({ id }) => id === skill)?.name ?? ''}</OwnWords>;
        return (
          <Select
            key={skill}
            label={<Trans>How many people for {name}?</Trans>}
            options={Array.from({ length: Math.max(mostPeople, people) }, (_, at) => ({
              id: String(at + 1),
              name: String(at + 1),
            }))}
            value={String(people)}
            onChange={(count) =>
              change({
                takesSkills: takesSkills.map((one) =>
                  one.skill === skill ? { skill, people: Number(count) } : one,
                ),
              })
            }
          />
        );
      })}
    </>
  );
}
