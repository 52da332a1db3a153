/** What Our issues writes down: nodes and the ties between them. Never a person. Read by the core team. */
import * as v from 'valibot';
import { choice, link, type Read, storySource, words } from '../fields.ts';

/** Kinds of node. An organization on the map is a partner's record, not a node of its own. */
export const nodeKinds = [
  'issue',
  'community',
  'value',
  'experience',
  'doer',
  'policy',
  'method',
  'campaign',
] as const;
export type NodeKind = (typeof nodeKinds)[number];

/** What a tie says, read from the first to the second: "surveillance *reaches* our neighbours". */
export const tieKinds = ['reaches', 'done-by', 'works-on', 'shares', 'goes-with'] as const;
export type TieKind = (typeof tieKinds)[number];

export const issueFields = {
  /** What it is called by the people it concerns. */
  name: words(),
  kind: choice(nodeKinds),
};

export type Issue = Read<typeof issueFields>;

export const tieFields = {
  /** A node or a partner. */
  from: link(),
  /** A node or a partner. */
  to: link(),
  kind: choice(tieKinds),
  /** A sentence of why. From a story, the sentence itself. */
  why: words(),
  /** A tie read in a story is a proposal until a person keeps it or leaves it. */
  state: v.optional(v.picklist(['proposed', 'kept', 'left']), 'proposed'),
  source: storySource(),
};

export type Tie = Read<typeof tieFields>;
