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
  askPages: msg`Pages on which others answer an ask of ours: their links, and what opens their inboxes.`,
  askReplies: msg`What organizations answered to asks of ours.`,
  calls: msg`Calls to members: what, where and when, their links, and what opens their inboxes.`,
  callReplies: msg`Who can come to a call, under whatever name: for its two organizers, until seven days after.`,
  weighings: msg`Who was asked to weigh an ask in closed envelopes, and who opened them.`,
  envelopes: msg`What each of us answered in an envelope, in one’s own only until it is opened. The signature says who wrote it.`,
  enclosed: msg`That somebody’s envelope is in, and when.`,
  promises: msg`Promises: what, by when, and who here carries it.`,
  partners: msg`Partners: organizations, their work, their part in ours.`,
  people: msg`People in partner organizations: a name and one way to reach them.`,
  roles: msg`Which of them does what in which organization, and since when.`,
  contacts: msg`When we were in touch with whom, and how.`,
  issues: msg`Our issues, communities and policies on the map. Never a person.`,
  ties: msg`How issues hang together, with a sentence of why.`,
  ownOffers: msg`What I said I can give, when I am away, and to whom I said it.`,
  offers: msg`What each of us said we can give, when each is away, and what each can be asked for. Never why.`,
  sumGrounds: msg`What went into each sum of what we can give.`,
  givenSums: msg`What five or more of us can give together, and what five or more can be asked for.`,
  planning: msg`That somebody plans what we can give, and how many of us have said something.`,
  skills: msg`Our list of skills and languages that somebody may be asked for. Not by whom.`,
  workLines: msg`Our own work and work with others: about how much of our week, and until when.`,
  datesToKeep: msg`Our list of dates to keep in mind.`,
  handOvers: msg`Which promises are offered to others to carry.`,
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
  ownSettings: msg`The six digits that uncover one’s own screen.`,
};
