/**
 * What I can be asked for, from the organization's list, which says nothing of anybody. The planners
 * alone read what I tick; they say my name only where I let them.
 */
import { cleanLine, folded, setFields } from '@alongside/practice';
import { t } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import { useState } from 'react';
import { Button } from '../../../ui/Button.tsx';
import { Checkbox, CheckboxGroup } from '../../../ui/Choices.tsx';
import { Disclosure } from '../../../ui/Disclosure.tsx';
import { useSkills } from '../../../ui/giving.ts';
import { OwnWords } from '../../../ui/OwnWords.tsx';
import { TextField } from '../../../ui/TextField.tsx';
import { useWorkspace } from '../../../ui/workspace.tsx';

export function SkillsPart(props: {
  readonly skills: readonly string[];
  readonly sayName: boolean;
  readonly onSkills: (skills: readonly string[]) => void;
  readonly onSayName: (sayName: boolean) => void;
}) {
  const list = useSkills();
  const of = (kind: 'skill' | 'language') => list.filter((one) => one.kind === kind);
  const groups = [
    { kind: 'skill', label: <Trans>Skills</Trans>, options: of('skill') },
    { kind: 'language', label: <Trans>Languages</Trans>, options: of('language') },
  ];
  return (
    <section className="stack">
      <h2>
        <Trans>What I can be asked for</Trans>
      </h2>
      <p className="quiet">
        <Trans>
          Skills and languages that you would use for others. Only the planners read what you tick;
          the rest hear of a skill when five or more offer it, and never of you.
        </Trans>
      </p>
      {groups.map(
        ({ kind, label, options }) =>
          options.length > 0 && (
            <CheckboxGroup key={kind} label={label} value={props.skills} onChange={props.onSkills}>
              {options.map(({ id, name }) => (
                <Checkbox key={id} value={id}>
                  <OwnWords>{name}</OwnWords>
                </Checkbox>
              ))}
            </CheckboxGroup>
          ),
      )}
      <AddSkill onAdded={(id) => props.onSkills([...props.skills, id])} />
      {props.skills.length > 0 && (
        <Checkbox isSelected={props.sayName} onChange={props.onSayName}>
          <Trans>The planners may say my name when one of these is needed</Trans>
        </Checkbox>
      )}
    </section>
  );
}

function AddSkill({ onAdded }: { readonly onAdded: (id: string) => void }) {
  const workspace = useWorkspace();
  const list = useSkills();
  const [name, setName] = useState('');
  const [language, setLanguage] = useState(false);
  const add = () => {
    const written = cleanLine(name);
    if (written === '') return;
    const known = list.find((one) => folded(one.name) === folded(written));
    const id = known?.id ?? workspace.newId();
    if (!known) {
      const kind = language ? 'language' : 'skill';
      workspace.commit(setFields('skills', id, { name: written, kind }), workspace.coreTeam);
    }
    onAdded(id);
    setName('');
  };
  return (
    <Disclosure summary={<Trans>Something that is not on the list</Trans>}>
      <TextField
        label={<Trans>A skill or a language</Trans>}
        hint={
          <Trans>
            For example: driving, interpreting at court, Punjabi. It joins the list that the core
            team reads; not that it is you.
          </Trans>
        }
        value={name}
        onChange={setName}
        maxLength={80}
      />
      <Checkbox isSelected={language} onChange={setLanguage}>
        <Trans>It is a language</Trans>
      </Checkbox>
      <div className="row">
        <Button
          onPress={add}
          isDisabled={cleanLine(name) === ''}
          aria-label={t`Add it to the list`}
        >
          <Trans>Add it to the list</Trans>
        </Button>
      </div>
    </Disclosure>
  );
}
