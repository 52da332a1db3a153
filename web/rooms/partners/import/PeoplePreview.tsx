/** The people that a file would bring in: who is new, who is here already; whom to bring in. */
import {
  type FoundPeople,
  type FoundProposal,
  keepProposals,
  type Mapping,
  proposalsFor,
  roleFields,
} from '@alongside/practice';
import { plural } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import { type ReactNode, useMemo, useState } from 'react';
import { Button } from '../../../ui/Button.tsx';
import { Checkbox, Radio, RadioGroup } from '../../../ui/Choices.tsx';
import { OwnWords } from '../../../ui/OwnWords.tsx';
import { Page } from '../../../ui/Page.tsx';
import { usePartners, useStands } from '../../../ui/partners.ts';
import { Row, Rows } from '../../../ui/Rows.tsx';
import { useRead, useWorkspace } from '../../../ui/workspace.tsx';
import { usePeople } from '../people/usePeople.ts';
import { Columns } from './Columns.tsx';
import { StaysOut } from './StaysOut.tsx';
import type { writeInGoes } from './write-in-goes.ts';

export interface PreviewProps {
  readonly onWrite: (lists: Parameters<typeof writeInGoes>[1]) => void;
  readonly onAnother: () => void;
  readonly readers: ReactNode;
}

type Whom = 'everyone' | 'placed' | 'ticked';

/** How many are shown at once. */
const step = 50;

export function PeoplePreview({
  found,
  onWrite,
  onAnother,
  onMapping,
  readers,
}: PreviewProps & {
  readonly found: FoundPeople;
  readonly onMapping: (mapping: Mapping) => void;
}) {
  const { newId } = useWorkspace();
  const proposals = useProposals(found);
  const hasPlaced = proposals.some((one) => one.found.organization !== '');
  const [whom, setWhom] = useState<Whom>(hasPlaced ? 'placed' : 'ticked');
  const [ticked, setTicked] = useState<ReadonlySet<number>>(new Set());
  const [shown, setShown] = useState(step);
  const isChosen = ({ found: { at, organization }, isAllHere }: FoundProposal) =>
    !isAllHere &&
    (whom === 'everyone' || (whom === 'placed' ? organization !== '' : ticked.has(at)));
  const chosen = proposals.filter(isChosen);
  const count = chosen.length;
  const people = found.people.length;
  const rest = proposals.length - shown;
  return (
    <Page
      key="look"
      title={
        people === 0 ? (
          <Trans>Nobody was found in this file.</Trans>
        ) : (
          plural(people, {
            one: '# person is in this file. Whom shall it bring in?',
            other: '# people are in this file. Whom shall it bring in?',
          })
        )
      }
      readers={readers}
      action={
        <>
          {people > 0 && (
            <Button
              kind="filled"
              isDisabled={count === 0}
              onPress={() => onWrite(keepProposals(chosen, newId))}
            >
              {plural(count, { one: 'Bring in # person', other: 'Bring in # people' })}
            </Button>
          )}
          <Button kind="quiet" onPress={onAnother}>
            <Trans>Another file</Trans>
          </Button>
        </>
      }
    >
      <StaysOut
        leftOut={found.leftOut}
        problems={found.problems}
        kind={found.table ? 'row' : 'card'}
      />
      {found.table && <Columns table={found.table} onMapping={onMapping} />}
      {people > 0 && (
        <>
          <RadioGroup
            label={<Trans>Whom to bring in</Trans>}
            value={whom}
            onChange={(value) => setWhom(value as Whom)}
          >
            {hasPlaced && (
              <Radio value="placed">
                <Trans>those with an organization</Trans>
              </Radio>
            )}
            <Radio value="ticked">
              <Trans>only those that I tick</Trans>
            </Radio>
            <Radio
              value="everyone"
              note={
                <Trans>
                  What is not written down cannot be taken: bring in whom you work with.
                </Trans>
              }
            >
              <Trans>everyone</Trans>
            </Radio>
          </RadioGroup>
          <Rows>
            {proposals.slice(0, shown).map((one) => (
              <Row key={one.found.at}>
                {whom === 'ticked' && !one.isAllHere ? (
                  <Checkbox
                    isSelected={ticked.has(one.found.at)}
                    onChange={(isIn) => {
                      const next = new Set(ticked);
                      if (isIn) next.add(one.found.at);
                      else next.delete(one.found.at);
                      setTicked(next);
                    }}
                    note={<About proposal={one} />}
                  >
                    <OwnWords>{one.found.name}</OwnWords>
                  </Checkbox>
                ) : (
                  <>
                    <p>
                      <OwnWords>{one.found.name}</OwnWords>
                    </p>
                    <p className="quiet">
                      <About proposal={one} />
                    </p>
                  </>
                )}
              </Row>
            ))}
          </Rows>
          {rest > 0 && (
            <Button onPress={() => setShown(shown + step)}>
              {plural(rest, { one: 'Show # more', other: 'Show # more' })}
            </Button>
          )}
        </>
      )}
    </Page>
  );
}

/** Role, organization and reach, and whether they are here already. */
function About({ proposal }: { readonly proposal: FoundProposal }) {
  const { found, knownAs, sameAsRow, isAllHere, partner } = proposal;
  return (
    <>
      {[found.role, found.organization].filter(Boolean).map((words) => (
        <span key={words} className="part">
          <OwnWords>{words}</OwnWords>
        </span>
      ))}
      {found.reach && (
        <span className="part">
          <bdi dir="ltr">{found.reach}</bdi>
        </span>
      )}
      {isAllHere ? (
        <span className="part">
          <Trans>here already</Trans>
        </span>
      ) : knownAs !== null ? (
        <span className="part">
          <Trans>the person is here already, the role is new</Trans>
        </span>
      ) : sameAsRow !== null ? (
        <span className="part">
          <Trans>the same person as in row {sameAsRow}</Trans>
        </span>
      ) : null}
      {found.organization !== '' && partner === null && !isAllHere && (
        <span className="part">
          <Trans>a new partner</Trans>
        </span>
      )}
    </>
  );
}

function useProposals(found: FoundPeople): readonly FoundProposal[] {
  const partners = usePartners();
  const people = usePeople();
  const roles = useRead('roles', roleFields);
  const { stands } = useStands();
  return useMemo(() => {
    const own = new Map(people.flatMap(({ person, ids }) => ids.map((id) => [id, person.id])));
    return proposalsFor(found.people, {
      partners,
      people: people.map(({ person }) => person),
      roles: roles.map((role) => ({
        role: role.role,
        person: own.get(role.person ?? '') ?? null,
        partner: stands.get(role.partner ?? '') ?? null,
      })),
    });
  }, [found, partners, people, roles, stands]);
}
