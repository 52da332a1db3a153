/**
 * Every table there is, of the rooms and of the house: its fields, and who reads a new record of it unless a person widens it.
 * `tables.test.ts` holds that no field joins a person to a community, faith, origin, immigration
 * status, health or opinion: a new field fails there until someone has looked at it.
 */
import { askFields, promiseFields } from './asks/tables.ts';
import { discussionPlanFields } from './discussions/tables.ts';
import {
  emergencyFields,
  keepEverythingFields,
  nameFields,
  ownSettingFields,
  spaceFields,
} from './house/tables.ts';
import { issueFields, tieFields } from './issues/tables.ts';
import { excerptFields, reflectionFields } from './notebook/tables.ts';
import { contactFields, partnerFields, personFields, roleFields } from './partners/tables.ts';
import { questionSetFields, storyFields, storyVersionFields } from './stories/tables.ts';
import { ourQuestionFields } from './today/tables.ts';

export type Readers = 'everyone' | 'coreTeam' | 'onlyMe';

export const tables = {
  asks: { readers: 'coreTeam', fields: askFields },
  promises: { readers: 'coreTeam', fields: promiseFields },
  partners: { readers: 'coreTeam', fields: partnerFields },
  people: { readers: 'coreTeam', fields: personFields },
  roles: { readers: 'coreTeam', fields: roleFields },
  contacts: { readers: 'coreTeam', fields: contactFields },
  issues: { readers: 'coreTeam', fields: issueFields },
  ties: { readers: 'coreTeam', fields: tieFields },
  reflections: { readers: 'onlyMe', fields: reflectionFields },
  excerpts: { readers: 'coreTeam', fields: excerptFields },
  ourQuestion: { readers: 'everyone', fields: ourQuestionFields },
  stories: { readers: 'everyone', fields: storyFields },
  storyVersions: { readers: 'everyone', fields: storyVersionFields },
  questionSets: { readers: 'everyone', fields: questionSetFields },
  discussionPlans: { readers: 'everyone', fields: discussionPlanFields },
  names: { readers: 'everyone', fields: nameFields },
  space: { readers: 'everyone', fields: spaceFields },
  emergency: { readers: 'coreTeam', fields: emergencyFields },
  keepEverything: { readers: 'everyone', fields: keepEverythingFields },
  ownSettings: { readers: 'onlyMe', fields: ownSettingFields },
} as const satisfies Readonly<
  Record<string, { readonly readers: Readers; readonly fields: object }>
>;
