/** Deciding together, as changes: proposals, what is said to them, and an answer that is opened again. */
import {
  type Answer,
  askChanges,
  type Carrying,
  type Change,
  cleanLine,
  type Heard,
  type Proposal,
  setFields,
  undoOf,
} from '@alongside/practice';
import type { Workspace } from '@alongside/vault';
import { today } from '../../ui/days.ts';

interface ToPropose {
  readonly ask: string;
  readonly answer: Answer;
  readonly why: string;
  readonly way: 'second' | 'consent';
  readonly until: string | null;
}

/** Writes a proposal down. Gives the way to take it back. */
export function writeProposal(workspace: Workspace, proposal: ToPropose): () => void {
  const id = workspace.newId();
  const values = { ...proposal, why: cleanLine(proposal.why), on: today() };
  workspace.commit(setFields('proposals', id, values), workspace.coreTeam);
  return () => takeBackProposal(workspace, id);
}

/** Takes a proposal back; gives the way to have it again. */
export function takeBackProposal(workspace: Workspace, id: string): () => void {
  const set = (takenBack: boolean) =>
    workspace.commit(
      [{ table: 'proposals', record: id, field: 'takenBack', value: takenBack }],
      workspace.coreTeam,
    );
  set(true);
  return () => set(false);
}

/** What this person says about a proposal or a rule, as changes and as the others will hear it. */
export function responseChanges(
  workspace: Workspace,
  about: Pick<Proposal, 'id' | 'ask'>,
  response: 'agrees' | 'objects' | 'approves' | 'stops',
  why: string,
): { readonly changes: readonly Change[]; readonly mine: Heard } {
  const id = workspace.newId();
  const values = { ask: about.ask, about: about.id, response, why: cleanLine(why), on: today() };
  return {
    changes: setFields('responses', id, values),
    // Said after all that this device has heard, whatever the clocks of others say.
    mine: { id, member: workspace.me, response, why, at: Number.MAX_SAFE_INTEGER },
  };
}

/** The ask waits for an answer again. What was said to it stays. */
export function reopenAsk(ask: string): Change[] {
  return askChanges(ask, { answer: null, answeredOn: null, decidedHow: null, rule: null });
}

/** Writes changes for the core team; gives the way to take them back. */
export function commitWithUndo(workspace: Workspace, changes: readonly Change[]): () => void {
  const back = undoOf(changes, workspace.tables.get);
  workspace.commit(changes, workspace.coreTeam);
  return () => workspace.commit(back, workspace.coreTeam);
}

/** Who looks after an ask or a gathering; gives the way to take it back. */
export function writeCarrier(workspace: Workspace, of: string, values: Carrying): () => void {
  return commitWithUndo(
    workspace,
    Object.entries(values).map(([field, value]) => ({
      table: 'carriers',
      record: of,
      field,
      value: value ?? null,
    })),
  );
}
