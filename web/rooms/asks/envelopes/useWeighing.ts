/**
 * The latest weighing of an ask in closed envelopes, as this person may see it: whose answers are in,
 * their own draft, and what came out once it is opened. Null where none was begun.
 */
import {
  type Envelope,
  type EnvelopeValues,
  enclose,
  envelopeChanges,
  envelopeFields,
  type Opened,
  openedAnswers,
  openWeighing,
  readFields,
  type SignedEnvelope,
  sayEnclosed,
  standing,
  type WeighingRound,
  type WhoseTurn,
  whoseTurn,
} from '@alongside/practice';
import type { KeptWorkspace } from '@alongside/vault/kept';
import { useMemo } from 'react';
import { today } from '../../../ui/days.ts';
import { useTogether } from '../../../ui/together.ts';
import { enclosedIn, peopleHere, roundIn } from '../../../ui/weighings.ts';
import { useTable, useWhere, useWorkspace } from '../../../ui/workspace.tsx';
import type { AnswerName } from './answer-names.ts';

export interface Weighing {
  readonly round: WeighingRound;
  readonly turn: WhoseTurn;
  /** This person's answers that are in no envelope yet, or their change of mind. */
  readonly draft: Envelope;
  readonly changeDraft: (values: EnvelopeValues) => void;
  /** Puts the draft into the envelope. False where its facilitator cannot open one yet. */
  readonly putIn: () => Promise<boolean>;
  /** What came out; null until it is opened. */
  readonly opened: Opened | null;
  /** Whether this person may open it before all are in. */
  readonly mayOpen: boolean;
  readonly openNow: () => void;
  /** What this person says now: as in the envelope, or changed since. */
  readonly mine: Pick<Envelope, AnswerName>;
}

export function useWeighing(ask: string): Weighing | null {
  const workspace = useWorkspace();
  const now = useTogether()?.now;
  const rounds = useWhere('weighings', 'ask', ask);
  const record = rounds.at(-1);
  const { tables } = workspace;
  const written = useTable('enclosed');
  const enclosed = useMemo(() => (written.length > 0 ? enclosedIn(tables) : []), [tables, written]);
  const envelopes = useEnvelopes(record?.id ?? '');
  return useMemo(() => {
    if (!record || !now) return null;
    const round = roundIn(tables, record, peopleHere(now));
    const here = peopleHere(now);
    const turn = whoseTurn(round, enclosed, now.me, here);
    const own = envelopes.filter(({ by }) => by === now.me);
    const kept = own.find(({ state }) => state === (turn.isOpened ? 'after' : 'draft'));
    const draft = kept ?? readFields(envelopeFields, { id: '' });
    const state = turn.isOpened ? 'after' : 'draft';
    const audience = turn.isOpened ? workspace.coreTeam : workspace.onlyMe;
    const changeDraft = (values: EnvelopeValues) => {
      const id = kept?.id ?? workspace.newId();
      const begun = kept ? {} : { weighing: round.id, state };
      workspace.commit(envelopeChanges(id, { ...begun, ...values }), audience);
    };
    const stand = standing(envelopes, round.id);
    const { contribution, contributionWhat, longView, longViewUnknown, members, atRisk } =
      stand.find(({ by }) => by === now.me) ?? draft;
    return {
      round,
      turn,
      draft,
      changeDraft,
      mine: { contribution, contributionWhat, longView, longViewUnknown, members, atRisk },
      opened: turn.isOpened ? openedAnswers(stand) : null,
      mayOpen: round.facilitator === now.me || !here.has(round.facilitator ?? ''),
      openNow: () => workspace.commit(openWeighing(round.id, today()), workspace.coreTeam),
      async putIn() {
        const envelope = workspace.newId();
        const readers = [round.facilitator ?? now.me];
        const { envelopes: closed } = workspace as KeptWorkspace;
        if (await closed.close(enclose(envelope, { ...draft, weighing: round.id }), readers)) {
          return false;
        }
        const note = { weighing: round.id, envelope, on: today() };
        workspace.commit(sayEnclosed(workspace.newId(), note), workspace.coreTeam);
        if (kept) {
          const gone = { table: 'envelopes', record: kept.id, field: 'deleted', value: true };
          workspace.commit([gone], workspace.onlyMe);
        }
        return true;
      },
    };
  }, [record, now, enclosed, envelopes, workspace, tables]);
}

/** Every envelope of a weighing that this device can read. */
function useEnvelopes(weighing: string): readonly SignedEnvelope[] {
  const { tables } = useWorkspace();
  const records = useWhere('envelopes', 'weighing', weighing);
  return useMemo(
    () =>
      records.map((record) => {
        const written = tables.writtenBy('envelopes', record.id, 'weighing');
        // What somebody else wrote into an envelope is no answer of its writer's.
        const own = Object.entries(record).filter(
          ([field]) => tables.writtenBy('envelopes', record.id, field)?.member === written?.member,
        );
        return {
          ...readFields(envelopeFields, { ...Object.fromEntries(own), id: record.id }),
          by: written?.member ?? '',
          at: written?.at ?? 0,
        };
      }),
    [records, tables],
  );
}
