/** Proposed answers, and what people here said to them, with who wrote what as the log knows it. */
import {
  type Heard,
  type Proposal,
  type ProposalState,
  proposalFields,
  proposalState,
  readFields,
  responseFields,
} from '@alongside/practice';
import type { StoredRecord, Tables } from '@alongside/vault';
import { useMemo } from 'react';
import { today } from './days.ts';
import { useTable, useWorkspace } from './workspace.tsx';

export interface Proposed {
  readonly proposal: Proposal;
  readonly proposer: string;
  readonly heard: readonly Heard[];
  readonly state: ProposalState;
}

/** All that stand, the oldest first; those taken back left out. */
export function useProposals(): readonly Proposed[] {
  const { tables } = useWorkspace();
  const proposals = useTable('proposals');
  const responses = useTable('responses');
  return useMemo(
    () =>
      proposals
        .map((record) => {
          const proposal = readFields(proposalFields, record);
          const proposer = tables.writtenBy('proposals', record.id, 'answer')?.member ?? '';
          const heard = heardAbout(tables, responses, proposal.ask, record.id);
          return {
            proposal,
            proposer,
            heard,
            state: proposalState(proposal, proposer, heard, today()),
          };
        })
        .filter(({ state }) => state.type !== 'TakenBack'),
    [tables, proposals, responses],
  );
}

/** What people said about one thing (a proposal, a rule) of one ask. */
export function heardAbout(
  tables: Tables,
  responses: readonly StoredRecord[],
  ask: string | null,
  about: string,
): Heard[] {
  return responses.flatMap((record) => {
    const said = readFields(responseFields, record);
    if (said.about !== about || said.ask !== ask) return [];
    const by = tables.writtenBy('responses', record.id, 'response');
    return by
      ? [{ id: record.id, member: by.member, response: said.response, why: said.why, at: by.at }]
      : [];
  });
}
