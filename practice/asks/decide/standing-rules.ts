/**
 * Rules agreed beforehand: asks of a partner, about an issue or of some kinds, and what we answer. A rule
 * answers once enough people approve this use of it, and two people can stop it. An answer within a day
 * takes two. Where two rules say different things, none answers.
 */
import { folded } from '../../clean.ts';
import type { Day } from '../../day.ts';
import type { AskKind } from '../kinds.ts';
import { type Heard, lastOfEach } from './propose.ts';
import type { Rule, RuleSpeed } from './tables.ts';

/** What a rule looks at in an ask. */
export interface AskForRules {
  readonly from: string;
  readonly partner: string | null;
  readonly issue: string | null;
  readonly kind: AskKind | null;
}

export interface NamedPartner {
  readonly id: string;
  readonly name: string;
}

/** The partner that asks: the one linked, else the one of that name; null where there is none. */
export function partnerOf(
  ask: Pick<AskForRules, 'from' | 'partner'>,
  partners: readonly NamedPartner[],
): string | null {
  if (ask.partner !== null) return ask.partner;
  const name = folded(ask.from);
  if (name === '') return null;
  return partners.find((partner) => folded(partner.name) === name)?.id ?? null;
}

/** Whether the rule says anything that tells one ask from another, and what to answer. */
export function isWhole(
  rule: Pick<Rule, 'partner' | 'issue' | 'kinds' | 'answer' | 'speed'>,
): boolean {
  const isAboutSomething = rule.partner !== null || rule.issue !== null || rule.kinds.length > 0;
  return isAboutSomething && rule.answer !== null && rule.speed !== null;
}

/** Rules in force on that day that are about the ask, the closest first. */
export function rulesFor(
  ask: AskForRules,
  rules: readonly Rule[],
  partners: readonly NamedPartner[],
  today: Day,
): Rule[] {
  const partner = partnerOf(ask, partners);
  return rules
    .filter(
      (rule) =>
        isWhole(rule) &&
        (rule.endedOn === null || rule.endedOn > today) &&
        (rule.partner === null || rule.partner === partner) &&
        (rule.issue === null || rule.issue === ask.issue) &&
        (rule.kinds.length === 0 || (ask.kind !== null && rule.kinds.includes(ask.kind))),
    )
    .sort((a, b) => closeness(b) - closeness(a) || (a.id < b.id ? -1 : 1));
}

function closeness(rule: Rule): number {
  return (
    (rule.partner === null ? 0 : 4) +
    (rule.issue === null ? 0 : 2) +
    (rule.kinds.length > 0 ? 1 : 0)
  );
}

/** How many people have to approve. */
export function approvalsNeeded(speed: RuleSpeed | null): number {
  return speed === 'a-day' ? 2 : 1;
}

/** How many people stop a rule's answer. */
const stopsNeeded = 2;

export type RuleState =
  /** Two people stopped it: it is decided like any simple ask. */
  | { readonly type: 'Stopped'; readonly by: readonly string[] }
  | {
      readonly type: 'NeedsApproval';
      readonly approvedBy: readonly string[];
      readonly stoppedBy: readonly string[];
      readonly needed: number;
    }
  | { readonly type: 'Approved'; readonly by: readonly string[] };

/** Where this use of the rule stands. `mayApprove` tells whose approval counts; anyone can stop. */
export function ruleState(
  rule: Pick<Rule, 'speed'>,
  heard: readonly Heard[],
  mayApprove: (member: string) => boolean,
): RuleState {
  const last = lastOfEach(heard);
  const said = (response: string) =>
    last.filter((each) => each.response === response).map(({ member }) => member);
  const stoppedBy = said('stops');
  if (stoppedBy.length >= stopsNeeded) return { type: 'Stopped', by: stoppedBy };
  const approvedBy = said('approves').filter(mayApprove);
  const needed = approvalsNeeded(rule.speed);
  return approvedBy.length >= needed
    ? { type: 'Approved', by: approvedBy }
    : { type: 'NeedsApproval', approvedBy, stoppedBy, needed };
}
