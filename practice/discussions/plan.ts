/**
 * A plan for talking about a story, from the one-hour guide: prepare (choose a story, get to know
 * it, choose themes and prompts), then six parts with minutes. Every part, minute and question can
 * be changed. The total is always the sum of what the parts say.
 */
import * as v from 'valibot';
import type { Day } from '../day.ts';
import type { StorySource } from '../fields.ts';
import type { KeptStory } from '../stories/keep-story.ts';
import { byOrder, firstKeys, placeAt } from '../stories/order.ts';
import type { Change, Fields, Plain } from '../stories/record.ts';
import { type KeptPiece, lineOf } from '../stories/stored-pieces.ts';
import { discussionPlanFields, type PartKind, storedPart, storedTopic } from './tables.ts';

export interface PlanPart {
  readonly id: string;
  readonly order: string;
  readonly kind: PartKind;
  readonly minutes: number;
  readonly title: string | null;
  readonly say: string | null;
}

/** A theme (a takeaway) or a prompt, with the line of the story it came from. */
export interface PlanTopic {
  readonly id: string;
  readonly order: string;
  readonly text: string;
  readonly used: boolean;
  readonly from: StorySource | null;
}

export interface DiscussionPlan {
  readonly id: string;
  readonly story: string;
  readonly title: string | null;
  readonly on: Day | null;
  readonly parts: readonly PlanPart[];
  readonly themes: readonly PlanTopic[];
  readonly prompts: readonly PlanTopic[];
}

/** The hour: parts and minutes of the guide. They sum to sixty. */
export const oneHour: readonly { readonly kind: PartKind; readonly minutes: number }[] = [
  { kind: 'hopes', minutes: 5 },
  { kind: 'points-of-entry', minutes: 10 },
  { kind: 'spoken', minutes: 10 },
  { kind: 'quiet-reading', minutes: 10 },
  { kind: 'your-turn', minutes: 15 },
  { kind: 'one-thing', minutes: 10 },
];

/** The changes that make a plan for the story: the hour, its takeaways as themes, its prompts. */
export function planFromStory(story: KeptStory, id: string): Change[] {
  const set = (field: string, value: Plain) => change(id, field, value);
  const keys = firstKeys(oneHour.length);
  return [
    set('story', story.id),
    set('title', null),
    ...oneHour.map(({ kind, minutes }, at) =>
      set(`part:${kind}`, { order: keys[at] ?? 'i', kind, minutes, title: null, say: null }),
    ),
    ...topics(story, 'takeaway').map(({ id: piece, ...topic }) => set(`theme:${piece}`, topic)),
    ...topics(story, 'prompt').map(({ id: piece, ...topic }) => set(`prompt:${piece}`, topic)),
  ];
}

function topics(story: KeptStory, kind: KeptPiece['kind']) {
  const pieces = story.pieces.filter((piece) => piece.kind === kind);
  const keys = firstKeys(pieces.length);
  return pieces.map((piece, at) => ({
    id: piece.id,
    order: keys[at] ?? 'i',
    text: piece.text,
    used: true,
    from: { story: story.id, piece: piece.id, line: lineOf(piece) },
  }));
}

/** The plan a record holds, or undefined where it holds none. A broken part is passed over. */
export function planOf(record: Fields): DiscussionPlan | undefined {
  const read = v.safeParse(v.object(discussionPlanFields), record);
  if (!read.success) return undefined;
  return {
    id: record.id,
    ...read.output,
    parts: fieldsOf(record, 'part:', storedPart).sort(byOrder),
    themes: fieldsOf(record, 'theme:', storedTopic).sort(byOrder),
    prompts: fieldsOf(record, 'prompt:', storedTopic).sort(byOrder),
  };
}

function fieldsOf<S extends v.GenericSchema>(record: Fields, prefix: string, schema: S) {
  return Object.entries(record).flatMap(([field, value]) => {
    const read = v.safeParse(schema, value);
    if (!field.startsWith(prefix) || !read.success) return [];
    return [{ ...(read.output as v.InferOutput<S> & object), id: field.slice(prefix.length) }];
  });
}

/** Changes a part's minutes, title or words. */
export function changePart(
  plan: DiscussionPlan,
  id: string,
  edit: { minutes?: number; title?: string | null; say?: string | null },
): Change[] {
  const part = plan.parts.find((one) => one.id === id);
  if (!part) return [];
  const minutes = Math.max(0, Math.min(600, Math.round(edit.minutes ?? part.minutes)));
  return [setPart(plan, { ...part, ...edit, minutes })];
}

/** Puts in a part of one's own at the place. */
export function insertPart(
  plan: DiscussionPlan,
  at: number,
  { id, minutes, title }: { id: string; minutes: number; title: string },
): Change[] {
  return partsPlaced(plan, at, { id, kind: 'own', minutes, title, say: null, order: '' });
}

/** Moves a part to the place, counted from 0 among the others. */
export function movePart(plan: DiscussionPlan, id: string, at: number): Change[] {
  const part = plan.parts.find((one) => one.id === id);
  return part ? partsPlaced(plan, at, part) : [];
}

/** Takes a part out of the evening. */
export function removePart(plan: DiscussionPlan, id: string): Change[] {
  return plan.parts.some((part) => part.id === id) ? [change(plan.id, `part:${id}`, null)] : [];
}

/** Uses a theme or prompt that evening, or sets it aside. */
export function setTopicUsed(
  plan: DiscussionPlan,
  which: 'theme' | 'prompt',
  id: string,
  used: boolean,
): Change[] {
  const topic = (which === 'theme' ? plan.themes : plan.prompts).find((one) => one.id === id);
  return topic ? [setTopic(plan, which, { ...topic, used })] : [];
}

/** Adds a question of one's own after the others, or rewords one. */
export function writePrompt(plan: DiscussionPlan, id: string, text: string): Change[] {
  const known = plan.prompts.find((one) => one.id === id);
  if (known) return [setTopic(plan, 'prompt', { ...known, text })];
  const order = placeAt(plan.prompts, plan.prompts.length, id)[0]?.order ?? 'i';
  return [setTopic(plan, 'prompt', { id, order, text, used: true, from: null })];
}

function partsPlaced(plan: DiscussionPlan, at: number, part: PlanPart): Change[] {
  const known = new Map([...plan.parts, part].map((one) => [one.id, one]));
  return placeAt(plan.parts, at, part.id).flatMap(({ id, order }) => {
    const one = known.get(id);
    return one ? [setPart(plan, { ...one, order })] : [];
  });
}

const setPart = (plan: DiscussionPlan, { id, ...part }: PlanPart) =>
  change(plan.id, `part:${id}`, part);

const setTopic = (plan: DiscussionPlan, which: 'theme' | 'prompt', { id, ...topic }: PlanTopic) =>
  change(plan.id, `${which}:${id}`, { ...topic, from: topic.from && { ...topic.from } });

const change = (record: string, field: string, value: Plain): Change => ({
  table: 'discussionPlans',
  record,
  field,
  value,
});
