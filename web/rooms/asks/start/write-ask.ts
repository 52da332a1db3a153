/**
 * From what was pasted and typed to an ask. A field the person has touched is theirs; the message
 * never overwrites it.
 */
import {
  type AskRead,
  askChanges,
  type Day,
  type MessageRefused,
  readMessage,
  whatIsWrong,
} from '@alongside/practice';
import type { Audience, Workspace } from '@alongside/vault';
import { t } from '@lingui/core/macro';
import { today, zoneOfDays } from '../../../ui/days.ts';
import {
  type DraftFields,
  daysOf,
  forgetUnfinished,
  type Unfinished,
  unfinishedIn,
} from './unfinished.ts';

const nothing: DraftFields = {
  from: '',
  what: '',
  mostAffected: '',
  theyAskedFor: '',
  by: '',
  kind: null,
};

/** What was read in the text, or why nothing was; null where there is none. */
export function readDraft(text: string, received: Day): AskRead | MessageRefused | null {
  return text === '' ? null : readMessage(text, received);
}

/** What the message says, field by field. */
export function foundIn(read: AskRead | MessageRefused | null): DraftFields {
  if (!read || 'type' in read) return nothing;
  const { from, what, mostAffected, theyAskedFor, kind, by } = read;
  return { from, what, mostAffected, theyAskedFor, kind, by: by ?? '' };
}

/** What was typed; else the day that came with the message, and what it says. */
export function fieldsOf(
  unfinished: Unfinished,
  read: AskRead | MessageRefused | null,
): DraftFields {
  const { by } = daysOf(unfinished);
  return { ...foundIn(read), ...(by && { by }), ...unfinished.typed };
}

/** Writes the ask for these readers and gives its id. `instead` stands for what is missing. */
export function writeAsk(
  workspace: Workspace,
  audience: Audience,
  instead: { from?: string; what?: string } = {},
) {
  const unfinished = unfinishedIn(workspace);
  const { text } = unfinished;
  const found = readDraft(text, today());
  const read = found && !('type' in found) ? found : null;
  const fields = fieldsOf(unfinished, found);
  const id = workspace.newId();
  workspace.commit(
    askChanges(id, {
      ...fields,
      ...instead,
      by: fields.by || null,
      on: daysOf(unfinished).on ?? read?.on ?? null,
      text,
      ...(read?.language && { language: read.language }),
      receivedOn: today(),
      timeZone: zoneOfDays(),
    }),
    audience,
  );
  forgetUnfinished(workspace);
  return id;
}

/**
 * *Keep this* means a pasted message too, though nobody has gone on to think it through. What cannot be
 * read in it is said to be missing; a message that is too long for an ask stays where it was typed.
 */
export function writeUnfinished(workspace: Workspace): void {
  const unfinished = unfinishedIn(workspace);
  const { text } = unfinished;
  if (text === '') return;
  const fields = fieldsOf(unfinished, readDraft(text, today()));
  const missing = whatIsWrong({ ...fields, text }, today()).map(({ type }) => type);
  if (!missing.every((type) => type === 'FromMissing' || type === 'WhatMissing')) return;
  writeAsk(workspace, workspace.coreTeam, {
    ...(missing.includes('FromMissing') && { from: t`Someone, not named` }),
    ...(missing.includes('WhatMissing') && { what: t`See the message` }),
  });
}
