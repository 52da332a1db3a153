/** What each table and each part of the server's store gives away, in a sentence each. */
import type { ServerLine, TableName } from '@alongside/practice';
import type { MessageDescriptor } from '@lingui/core';
import { msg } from '@lingui/core/macro';

export const serverWords: Readonly<Record<ServerLine, MessageDescriptor>> = {
  streams: msg`That there are streams, each under a random name. No stream says whose it is.`,
  counts: msg`How many messages each has had, how many were cleared away, and how often its keys were changed.`,
  messages: msg`The sealed messages themselves, in their order, each filled up to one of a few sizes. Not when each came.`,
  families: msg`Which streams belong together, such as an invitation and the workspace that it is for. Not which workspace that is.`,
  marks: msg`Marks by which it tells who may read, add or manage. They open nothing.`,
  expiries: msg`Until when some streams last, such as an invitation.`,
  room: msg`How much room each workspace was given.`,
  vouchers: msg`Marks of the vouchers that it handed out, and how many workspaces were begun with each.`,
};

export const tableWords: Readonly<Record<TableName, MessageDescriptor>> = {
  asks: msg`Asks: who asked for what, who is most affected, what we thought and answered.`,
  promises: msg`Promises: what, by when, and who here carries it.`,
  partners: msg`Partners: organizations, their work, their part in ours.`,
  people: msg`People in partner organizations: a name and one way to reach them.`,
  roles: msg`Which of them does what in which organization, and since when.`,
  contacts: msg`When we were in touch with whom, and how.`,
  issues: msg`Our issues, communities and policies on the map. Never a person.`,
  ties: msg`How issues hang together, with a sentence of why.`,
  reflections: msg`My notebook: what each of us wrote to themselves.`,
  excerpts: msg`Parts of a notebook that their writer shared.`,
  ourQuestion: msg`Our question.`,
  stories: msg`Stories, with the names that stand in them.`,
  storyVersions: msg`Earlier versions of stories.`,
  questionSets: msg`Questions taken from stories.`,
  discussionPlans: msg`Plans for an hour of talk.`,
  names: msg`What each person here is called.`,
  space: msg`Our time zone and weekend.`,
  emergency: msg`The lawyer’s number.`,
  keepEverything: msg`Which steward asks to end “Keep everything”, and whether another said no.`,
  ownSettings: msg`The six digits that uncover one’s own screen.`,
};
