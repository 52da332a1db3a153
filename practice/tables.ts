/**
 * Every table there is, of the rooms and of the house: its fields, and who reads a new record of it unless a person widens it.
 * `tables.test.ts` holds that no field joins a person to a community, faith, origin, immigration
 * status, health or opinion: a new field fails there until someone has looked at it.
 */
import { arrivalFields, publicPageFields, setAsideFields } from './asks/arrivals/tables.ts';
import { callFields, callReplyFields } from './asks/calls/tables.ts';
import { proposalFields, responseFields, ruleFields } from './asks/decide/tables.ts';
import { enclosedFields, envelopeFields, weighingFields } from './asks/envelopes/tables.ts';
import { learnedFields } from './asks/learned/tables.ts';
import { longViewFields } from './asks/long-view.ts';
import { memberAnswerFields, memberPageFields } from './asks/members/tables.ts';
import { carrierFields, promiseFields } from './asks/promises/tables.ts';
import { askFields } from './asks/tables.ts';
import { gatheringFields } from './asks/together/tables.ts';
import { askPageFields, askReplyFields } from './asks/we-ask/tables.ts';
import { discussionPartnerFields, discussionPlanFields } from './discussions/tables.ts';
import {
  dateToKeepFields,
  givenSumFields,
  handOverFields,
  moveFields,
  offerFields,
  ownOfferFields,
  planningFields,
  skillFields,
  sumGroundFields,
  workLineFields,
} from './giving/tables.ts';
import {
  emergencyFields,
  keepEverythingFields,
  nameFields,
  ourselvesFields,
  ownSettingFields,
  spaceFields,
} from './house/tables.ts';
import { issueFields, tieFields } from './issues/tables.ts';
import { excerptFields, reflectionFields } from './notebook/tables.ts';
import {
  contactFields,
  conversationFields,
  harmFields,
  partnerFields,
  personFields,
  roleFields,
} from './partners/tables.ts';
import { questionSetFields, storyFields, storyVersionFields } from './stories/tables.ts';
import { ourQuestionFields, quietFields } from './today/tables.ts';

/** `planners`: the one or two people whom the team chose to plan what it can give. */
export type Readers = 'everyone' | 'coreTeam' | 'planners' | 'onlyMe';

export const tables = {
  asks: { readers: 'coreTeam', fields: askFields },
  weighings: { readers: 'coreTeam', fields: weighingFields },
  envelopes: { readers: 'onlyMe', fields: envelopeFields },
  enclosed: { readers: 'coreTeam', fields: enclosedFields },
  askPages: { readers: 'coreTeam', fields: askPageFields },
  askReplies: { readers: 'coreTeam', fields: askReplyFields },
  calls: { readers: 'coreTeam', fields: callFields },
  callReplies: { readers: 'onlyMe', fields: callReplyFields },
  publicPages: { readers: 'coreTeam', fields: publicPageFields },
  arrivals: { readers: 'coreTeam', fields: arrivalFields },
  setAside: { readers: 'onlyMe', fields: setAsideFields },
  memberPages: { readers: 'coreTeam', fields: memberPageFields },
  memberAnswers: { readers: 'coreTeam', fields: memberAnswerFields },
  promises: { readers: 'coreTeam', fields: promiseFields },
  proposals: { readers: 'coreTeam', fields: proposalFields },
  responses: { readers: 'coreTeam', fields: responseFields },
  standingRules: { readers: 'coreTeam', fields: ruleFields },
  carriers: { readers: 'coreTeam', fields: carrierFields },
  gatherings: { readers: 'coreTeam', fields: gatheringFields },
  learned: { readers: 'coreTeam', fields: learnedFields },
  longViews: { readers: 'coreTeam', fields: longViewFields },
  partners: { readers: 'coreTeam', fields: partnerFields },
  people: { readers: 'coreTeam', fields: personFields },
  roles: { readers: 'coreTeam', fields: roleFields },
  contacts: { readers: 'coreTeam', fields: contactFields },
  harms: { readers: 'coreTeam', fields: harmFields },
  conversations: { readers: 'onlyMe', fields: conversationFields },
  issues: { readers: 'coreTeam', fields: issueFields },
  ties: { readers: 'coreTeam', fields: tieFields },
  ownOffers: { readers: 'onlyMe', fields: ownOfferFields },
  offers: { readers: 'planners', fields: offerFields },
  sumGrounds: { readers: 'planners', fields: sumGroundFields },
  givenSums: { readers: 'coreTeam', fields: givenSumFields },
  planning: { readers: 'coreTeam', fields: planningFields },
  skills: { readers: 'coreTeam', fields: skillFields },
  workLines: { readers: 'coreTeam', fields: workLineFields },
  datesToKeep: { readers: 'coreTeam', fields: dateToKeepFields },
  handOvers: { readers: 'coreTeam', fields: handOverFields },
  moves: { readers: 'coreTeam', fields: moveFields },
  reflections: { readers: 'onlyMe', fields: reflectionFields },
  excerpts: { readers: 'coreTeam', fields: excerptFields },
  quiet: { readers: 'everyone', fields: quietFields },
  ourselves: { readers: 'everyone', fields: ourselvesFields },
  ourQuestion: { readers: 'everyone', fields: ourQuestionFields },
  stories: { readers: 'everyone', fields: storyFields },
  storyVersions: { readers: 'everyone', fields: storyVersionFields },
  questionSets: { readers: 'everyone', fields: questionSetFields },
  discussionPlans: { readers: 'everyone', fields: discussionPlanFields },
  discussionPartners: { readers: 'coreTeam', fields: discussionPartnerFields },
  names: { readers: 'everyone', fields: nameFields },
  space: { readers: 'everyone', fields: spaceFields },
  emergency: { readers: 'coreTeam', fields: emergencyFields },
  keepEverything: { readers: 'everyone', fields: keepEverythingFields },
  ownSettings: { readers: 'onlyMe', fields: ownSettingFields },
} as const satisfies Readonly<
  Record<string, { readonly readers: Readers; readonly fields: object }>
>;
