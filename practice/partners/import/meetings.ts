/**
 * Past meetings of a calendar as proposed contacts. A partner is proposed where the meeting's title
 * names it; a person decides. Only the partner, the day and "we met" are kept: never the title, nor who
 * was invited.
 */
import type { Day } from '../../day.ts';
import { type Change, setFields } from '../../stories/record.ts';
import { nameKey } from '../alike.ts';
import type { Contact, Partner } from '../tables.ts';
import type { FoundMeeting } from './found.ts';

export interface MeetingProposal {
  readonly meeting: FoundMeeting;
  /** The partner that its title names, or null. */
  readonly partner: string | null;
  /** A contact with that partner on that day is here already, or one of which only that month is left. */
  readonly isHere: boolean;
}

/** A proposal for each meeting, in the order of the file. */
export function meetingProposals(
  meetings: readonly FoundMeeting[],
  partners: readonly Pick<Partner, 'id' | 'name'>[],
  contacts: readonly Pick<Contact, 'partner' | 'on' | 'month'>[],
): readonly MeetingProposal[] {
  const named = partners
    .map(({ id, name }) => ({ id, words: nameKey(name).split(' ') }))
    .filter(({ words }) => words[0] !== '')
    // The partner with more words in its name is the more surely meant.
    .sort((a, b) => b.words.length - a.words.length || (a.id < b.id ? -1 : 1));
  const here = new Set(contacts.map(({ partner, on, month }) => `${partner} ${on ?? month}`));
  const partnerOf = new Map<string, string | null>();
  return meetings.map((meeting) => {
    let partner = partnerOf.get(meeting.title);
    if (partner === undefined) {
      const title = new Set(nameKey(meeting.title).split(' '));
      partner = named.find(({ words }) => words.every((word) => title.has(word)))?.id ?? null;
      partnerOf.set(meeting.title, partner);
    }
    return {
      meeting,
      partner,
      isHere: [meeting.on, meeting.on.slice(0, 7)].some((when) => here.has(`${partner} ${when}`)),
    };
  });
}

/** The changes that write the chosen ones down: one contact for a partner and a day, however many meetings. */
export function keepMeetings(
  chosen: readonly { readonly partner: string; readonly on: Day }[],
  newId: () => string,
): Change[] {
  const seen = new Set<string>();
  return chosen.flatMap(({ partner, on }) => {
    if (seen.has(`${partner} ${on}`)) return [];
    seen.add(`${partner} ${on}`);
    const contact = newId();
    return setFields('contacts', contact, { partner, kind: 'meeting', on });
  });
}
