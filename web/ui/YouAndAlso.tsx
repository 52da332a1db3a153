/** Who may read something beside this person, ticked by name before it is begun: that stays as it is. */
import type { Audience } from '@alongside/vault';
import { Trans } from '@lingui/react/macro';
import { useState } from 'react';
import { Checkbox } from './Choices.tsx';
import { namedCircle } from './named-circle.ts';
import { OwnWords } from './OwnWords.tsx';
import type { PersonHere } from './people-here.ts';
import { useTogether } from './together.ts';
import { type Asking, useAsking } from './useAsking.ts';
import { useWorkspace } from './workspace.tsx';
import './YouAndAlso.css';

export interface NamedReaders extends Pick<Asking, 'working' | 'refusal'> {
  readonly named: ReadonlySet<string>;
  readonly setNamed: (named: ReadonlySet<string>) => void;
  /** Their circle, made where there is none; undefined where it could not be, and `refusal` says why. */
  readonly audience: () => Promise<Audience | undefined>;
}

/** Readers of a record of this table. */
export function useNamedReaders(table: string): NamedReaders {
  const { me, onlyMe, tables } = useWorkspace();
  const here = useTogether();
  const { run, working, refusal } = useAsking();
  const [named, setNamed] = useState<ReadonlySet<string>>(new Set());
  const audience = async () => {
    if (!here || named.size === 0) return onlyMe;
    let found: Audience | undefined;
    await run(async () => {
      const circle = await namedCircle({ ...here, tables }, table, [me, ...named]);
      if (typeof circle === 'object' && 'type' in circle) return circle;
      found = circle;
      return undefined;
    });
    return found;
  };
  return { named, setNamed, audience, working, refusal };
}

export function YouAndAlso({
  others,
  readers: { named, setNamed },
}: {
  readonly others: readonly PersonHere[];
  readonly readers: NamedReaders;
}) {
  const choose = (member: string, isIn: boolean) => {
    const next = new Set(named);
    if (isIn) next.add(member);
    else next.delete(member);
    setNamed(next);
  };
  return (
    <fieldset className="you-and-also stack">
      <legend>
        <Trans>You, and also</Trans>
      </legend>
      {others.map(({ id, name }) => (
        <Checkbox key={id} isSelected={named.has(id)} onChange={(isIn) => choose(id, isIn)}>
          {name === '' ? <Trans>Someone without a name</Trans> : <OwnWords>{name}</OwnWords>}
        </Checkbox>
      ))}
    </fieldset>
  );
}
