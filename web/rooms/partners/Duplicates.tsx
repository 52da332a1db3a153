/** Partners and people that may have been written down twice. A person decides; it can be taken back. */
import {
  type MaybeTwice,
  mergeTwo,
  roleFields,
  sayTwo,
  twicePartners,
  twicePeople,
  twoField,
  undoOf,
} from '@alongside/practice';
import { t } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import { useMemo } from 'react';
import { Button } from '../../ui/Button.tsx';
import { TextLink } from '../../ui/Link.tsx';
import { OwnWords } from '../../ui/OwnWords.tsx';
import { Page } from '../../ui/Page.tsx';
import { usePartners, useStands } from '../../ui/partners.ts';
import { Row, Rows } from '../../ui/Rows.tsx';
import { useUndo } from '../../ui/Undo.tsx';
import { WhoCanRead } from '../../ui/WhoCanRead.tsx';
import { useRead, useTable, useWorkspace } from '../../ui/workspace.tsx';
import { usePeople } from './people/usePeople.ts';
import './Partners.css';

/** How many pairs are shown at once; settling one brings up the next. */
const most = 20;

/** Pairs that nobody has settled yet. */
export function useTwice(): {
  readonly partners: readonly MaybeTwice[];
  readonly people: readonly MaybeTwice[];
} {
  const partners = usePartners();
  const people = usePeople();
  const roles = useRead('roles', roleFields);
  const { stands } = useStands();
  const partnerRecords = useTable('partners');
  const peopleRecords = useTable('people');
  return useMemo(() => {
    const areTwo = (records: typeof partnerRecords) => {
      const byId = new Map(records.map((record) => [record.id, record]));
      return (a: string, b: string) => byId.get(a)?.[twoField(b)] === true;
    };
    const own = new Map(people.flatMap(({ person, ids }) => ids.map((id) => [id, person.id])));
    const placed = roles.map((role) => ({
      ...role,
      person: own.get(role.person ?? '') ?? null,
      partner: stands.get(role.partner ?? '') ?? null,
    }));
    return {
      partners: twicePartners(partners, areTwo(partnerRecords)),
      people: twicePeople(
        people.map(({ person }) => person),
        placed,
        areTwo(peopleRecords),
      ),
    };
  }, [partners, people, roles, stands, partnerRecords, peopleRecords]);
}

export default function Duplicates() {
  const { coreTeam } = useWorkspace();
  const { partners, people } = useTwice();
  const all = [
    ...partners.map((pair) => ({ table: 'partners' as const, pair })),
    ...people.map((pair) => ({ table: 'people' as const, pair })),
  ];
  return (
    <Page
      title={
        all.length === 0 ? (
          <Trans>Nothing looks written down twice.</Trans>
        ) : (
          <Trans>These may have been written down twice.</Trans>
        )
      }
      readers={<WhoCanRead audience={coreTeam} />}
    >
      <p>
        <Trans>
          Making one of two loses nothing: what passed with either stands on one page, and the two
          can be parted again there.
        </Trans>
      </p>
      <Rows>
        {all.slice(0, most).map(({ table, pair }) => (
          <Row key={`${table} ${pair.keep} ${pair.other}`}>
            <Pair table={table} pair={pair} />
          </Row>
        ))}
      </Rows>
      <p>
        <TextLink to="/partners">
          <Trans>See all partners</Trans>
        </TextLink>
      </p>
    </Page>
  );
}

function Pair({
  table,
  pair,
}: {
  readonly table: 'partners' | 'people';
  readonly pair: MaybeTwice;
}) {
  const workspace = useWorkspace();
  const offerUndo = useUndo();
  const { tables, coreTeam } = workspace;
  const [keep, other] = [tables.get(table, pair.keep), tables.get(table, pair.other)];
  if (!keep || !other) return null;
  const commit = (changes: ReturnType<typeof mergeTwo>, said: string) => {
    const back = undoOf(changes, tables.get);
    workspace.commit(changes, coreTeam);
    offerUndo(said, () => workspace.commit(back, coreTeam));
  };
  const said = (record: typeof keep) =>
    [record.name, table === 'people' ? record.reach : record.movement]
      .filter((one): one is string => typeof one === 'string' && one !== '')
      .join(' · ');
  return (
    <>
      <p>
        <OwnWords>{said(keep)}</OwnWords>
      </p>
      <p>
        <OwnWords>{said(other)}</OwnWords>
      </p>
      <p className="quiet">
        {pair.because === 'SameName' && <Trans>The same name.</Trans>}
        {pair.because === 'AlmostSameName' && <Trans>Almost the same name.</Trans>}
        {pair.because === 'SameReach' && (
          <Trans>The same name and the same way to reach them.</Trans>
        )}
        {pair.because === 'SameNameAndPlace' && (
          <Trans>The same name in the same organization.</Trans>
        )}
      </p>
      <div className="row">
        <Button onPress={() => commit(mergeTwo(table, keep, other), t`They are one now.`)}>
          <Trans>They are the same</Trans>
        </Button>
        <Button
          kind="quiet"
          onPress={() => commit(sayTwo(table, keep.id, other.id), t`They stay two.`)}
        >
          <Trans>They are two</Trans>
        </Button>
      </div>
    </>
  );
}
