/**
 * What people found in a file would become beside what is here: known or new, in which organization.
 * The same person is told by the same name with the same way to reach them, or the same name in the same
 * organization; an address that two names share makes nobody the same. Nothing is written before
 * someone chooses.
 */
import { folded } from '../../clean.ts';
import type { Change, Plain } from '../../stories/record.ts';
import { nameKey, reachKey } from '../alike.ts';
import type { Partner, Person, Role } from '../tables.ts';
import type { FoundPerson } from './found.ts';

export interface FoundProposal {
  readonly found: FoundPerson;
  /** The person's record where they are here already. */
  readonly knownAs: string | null;
  /** The same person stands earlier in the file: the number of that row or card. */
  readonly sameAsRow: number | null;
  /** The organization's record where it is a partner already; null for a new one, or for none. */
  readonly partner: string | null;
  /** Everything in it is here already. */
  readonly isAllHere: boolean;
}

/** What is here, with merged records already standing for one another. */
export interface Here {
  readonly partners: readonly Pick<Partner, 'id' | 'name'>[];
  readonly people: readonly Pick<Person, 'id' | 'name' | 'reach'>[];
  readonly roles: readonly Pick<Role, 'person' | 'partner' | 'role'>[];
}

/** One proposal for each person found, in the order of the file. */
export function proposalsFor(found: readonly FoundPerson[], here: Here): readonly FoundProposal[] {
  const partners = new Map<string, string>();
  const names = new Map<string, string>();
  for (const { id, name } of sorted(here.partners)) {
    if (!partners.has(nameKey(name))) partners.set(nameKey(name), id);
    names.set(id, nameKey(name));
  }
  const people = new Map<string, string>();
  const remember = (key: string, id: string) => {
    if (!people.has(key)) people.set(key, id);
  };
  const byId = new Map(here.people.map((person) => [person.id, person]));
  for (const { id, name, reach } of sorted(here.people)) {
    if (reachKey(reach) !== '') remember(`reach ${nameKey(name)} ${reachKey(reach)}`, id);
  }
  const rolesHere = new Set<string>();
  for (const { person, partner, role } of here.roles) {
    const known = person === null ? undefined : byId.get(person);
    if (!known || partner === null) continue;
    remember(`place ${nameKey(known.name)} ${names.get(partner) ?? ''}`, known.id);
    rolesHere.add(`${known.id} ${partner}`);
    if (role !== '') rolesHere.add(`${known.id} ${partner} ${folded(role)}`);
  }
  const rows = new Map<string, number>();
  return found.map((person) => {
    const keys = keysOf(person);
    const knownAs = keys.map((key) => people.get(key)).find((id) => id !== undefined) ?? null;
    const sameAsRow = keys.map((key) => rows.get(key)).find((at) => at !== undefined) ?? null;
    for (const key of keys) if (!rows.has(key)) rows.set(key, sameAsRow ?? person.at);
    const partner = partners.get(nameKey(person.organization)) ?? null;
    const wanted = folded(person.role);
    const hasRole =
      person.organization === '' ||
      (partner !== null && rolesHere.has(`${knownAs} ${partner}${wanted && ` ${wanted}`}`));
    return {
      found: person,
      knownAs,
      sameAsRow: knownAs === null ? sameAsRow : null,
      partner: person.organization === '' ? null : partner,
      isAllHere: knownAs !== null && hasRole,
    };
  });
}

/**
 * The changes that keep the chosen proposals, one list a proposal, to be written in as many goes as
 * one likes. An organization or a person that several rows share is made once.
 */
export function keepProposals(
  chosen: readonly FoundProposal[],
  newId: () => string,
): readonly (readonly Change[])[] {
  const newPartners = new Map<string, string>();
  const people = new Map<number, string>();
  const roles = new Set<string>();
  return chosen.map(({ found, knownAs, sameAsRow, partner }) => {
    const changes: Change[] = [];
    const known = knownAs ?? people.get(sameAsRow ?? found.at);
    const person = known ?? newId();
    people.set(sameAsRow ?? found.at, person);
    if (known === undefined) {
      changes.push(...record('people', person, { name: found.name, reach: found.reach }));
    }
    if (found.organization === '') return changes;
    const key = nameKey(found.organization);
    let place = partner ?? newPartners.get(key);
    if (place === undefined) {
      place = newId();
      newPartners.set(key, place);
      changes.push(...record('partners', place, { name: found.organization }));
    }
    const role = `${person} ${place} ${folded(found.role)}`;
    if (!roles.has(role)) {
      roles.add(role);
      changes.push(...record('roles', newId(), { person, partner: place, role: found.role }));
    }
    return changes;
  });
}

function keysOf({ name, organization, reach }: FoundPerson): string[] {
  const key = nameKey(name);
  const way = reachKey(reach);
  return [
    ...(way === '' ? [] : [`reach ${key} ${way}`]),
    ...(organization === '' ? [] : [`place ${key} ${nameKey(organization)}`]),
  ];
}

/** Fields with something in them. */
function record(table: string, id: string, fields: Readonly<Record<string, Plain>>): Change[] {
  return Object.entries(fields)
    .filter(([, value]) => value !== '')
    .map(([field, value]) => ({ table, record: id, field, value }));
}

function sorted<One extends { readonly id: string }>(some: readonly One[]): readonly One[] {
  return [...some].sort((a, b) => (a.id < b.id ? -1 : 1));
}
