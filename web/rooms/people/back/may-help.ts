/** Who can help somebody back who lost every device: two of the people they chose, or a steward. */
import type { Person, TogetherState } from '@alongside/vault/kept';

/** Whom this person chose to let them back in, any two together. */
export function trusteesOf(person: Person): readonly string[] {
  return [...new Set(devicesOfTrustees(person).flatMap(({ trustees }) => trustees))];
}

/** Whether I am one of the two or three whom this person chose. */
export function isTrusteeOf(person: Person, me: string): boolean {
  return trusteesOf(person).includes(me);
}

export function mayHelpBack(person: Person, { me, role }: Pick<TogetherState, 'me' | 'role'>) {
  return person.active && person.id !== me && (role === 'steward' || isTrusteeOf(person, me));
}

function devicesOfTrustees({ devices }: Person) {
  return devices.filter(({ active, kind }) => active && kind === 'trustees');
}
