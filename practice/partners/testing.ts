/** Records as the tables give them, for tests: what is not said is empty. */
import { promiseFields } from '../asks/promises/tables.ts';
import { askFields } from '../asks/tables.ts';
import { readFields } from '../fields.ts';
import {
  contactFields,
  conversationFields,
  harmFields,
  partnerFields,
  personFields,
  roleFields,
} from './tables.ts';

type Given = Readonly<Record<string, unknown>>;

export const ask = (id: string, given: Given) => readFields(askFields, { ...given, id });
export const promise = (id: string, given: Given) => readFields(promiseFields, { ...given, id });
export const contact = (id: string, given: Given) =>
  readFields(contactFields, { partner: 'p', ...given, id });
export const conversation = (id: string, given: Given) =>
  readFields(conversationFields, { partner: 'p', ...given, id });
export const harm = (id: string, given: Given) =>
  readFields(harmFields, { partner: 'p', ...given, id });
export const partner = (id: string, given: Given) => readFields(partnerFields, { ...given, id });
export const person = (id: string, given: Given) => readFields(personFields, { ...given, id });
export const role = (id: string, given: Given) => readFields(roleFields, { ...given, id });

export const nothing = { asks: [], promises: [], contacts: [], conversations: [] };
