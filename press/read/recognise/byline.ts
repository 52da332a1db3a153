/**
 * A byline: "Name, Role, Organization (ABBR), Place", over one line or several, for one narrator or
 * more. What stands on a line of its own after the organization is the place.
 */
import { type Flow, joinFlows, placesOf, sliceFlow } from '../flow.ts';
import type { Rules } from '../rules/rules.ts';
import { isName, splitRole } from './names.ts';

export interface Signed {
  name: Flow;
  role?: Flow;
  organization?: Flow;
  /** All of the byline that speaks of this narrator. */
  parts: Flow[];
}

export interface Byline {
  readonly signed: readonly Signed[];
  readonly places: readonly Flow[];
  /** Parts that are neither. */
  readonly left: readonly Flow[];
}

/** Whether a line begins a byline: a known name, or a name with an organization after it. */
export function beginsByline(flow: Flow, names: readonly string[], rules: Rules): boolean {
  const text = flow.text.replace(rules.by, '');
  const known = names.find((name) => text.toLowerCase().startsWith(name.toLowerCase()));
  if (known) return /^\s*(?:$|[,،|·•(/—–-]|\p{L}{1,3}\s|&)/u.test(text.slice(known.length));
  if (names.length > 0) return false;
  const [first, ...rest] = partsOf(flow);
  if (!first) return false;
  const bare = first.text.replace(rules.by, '');
  const together = bare.split(rules.and).every((one) => isName(one, rules));
  return together && (rest.length > 0 || bare !== first.text);
}

/** Reads the lines of a byline. */
export function readByline(lines: readonly Flow[], names: readonly string[], rules: Rules): Byline {
  const signed: Signed[] = [];
  const places: Flow[] = [];
  const left: Flow[] = [];
  let inPlace = false;
  let organizationLine = -1;
  for (const [index, line] of lines.entries()) {
    const parts = partsOf(line);
    for (const [at, part] of parts.entries()) {
      const people = peopleIn(
        part,
        signed.length === 0 || at === 0,
        parts.length - at,
        names,
        rules,
      );
      if (people.length > 0) {
        for (const name of people) signed.push({ name, parts: [name] });
        inPlace = false;
        organizationLine = -1;
        continue;
      }
      const person = signed.at(-1);
      if (!person) {
        left.push(part);
        continue;
      }
      const orgish = rules.organization.test(part.text);
      const split = !person.role && rules.role.test(part.text) ? splitRole(part, rules) : {};
      if (split.role && !(orgish && !split.organization)) {
        person.role = split.role;
        if (split.organization) person.organization = split.organization;
        if (split.organization) organizationLine = index;
        person.parts.push(part);
      } else if (
        !person.organization &&
        (orgish || parts.length - at > 1 || index < lines.length - 1 || at > 0)
      ) {
        person.organization = part;
        person.parts.push(part);
        organizationLine = index;
      } else if (person.organization && orgish && !inPlace && index === organizationLine) {
        person.organization = spanning(person.organization, part, line, lines[index - 1]);
        person.parts.push(part);
      } else {
        const last = places.at(-1);
        if (inPlace && last)
          places[places.length - 1] = spanning(last, part, line, lines[index - 1]);
        else places.push(part);
        inPlace = true;
      }
    }
  }
  share(signed);
  return { signed, places, left };
}

/** Parts between commas, bars and spaced dashes, those in brackets kept whole. */
function partsOf(line: Flow): Flow[] {
  const parts: Flow[] = [];
  let depth = 0;
  let from = 0;
  for (let at = 0; at < line.text.length; at += 1) {
    const character = line.text[at] ?? '';
    if (character === '(') depth += 1;
    if (character === ')') depth -= 1;
    const dash = /[—–-]/.test(character) && line.text[at - 1] === ' ' && line.text[at + 1] === ' ';
    if (depth > 0 || !(/[,،|·•;]/.test(character) || dash)) continue;
    parts.push(sliceFlow(line, from, at));
    from = at + 1;
  }
  parts.push(sliceFlow(line, from));
  return parts.filter((part) => part.text !== '');
}

function peopleIn(
  part: Flow,
  couldBegin: boolean,
  partsLeft: number,
  names: readonly string[],
  rules: Rules,
): Flow[] {
  const by = rules.by.exec(part.text);
  const and = new RegExp(`^(?:${rules.and.source.replace(/^,\?\\s\+/, '')})`, 'i').exec(part.text);
  const start = by?.[0].length ?? and?.[0].length ?? 0;
  const bare = sliceFlow(part, start);
  const isPerson = (text: string) =>
    names.length > 0
      ? names.some((name) => withoutBrackets(text).toLowerCase() === name.toLowerCase())
      : (couldBegin || and !== null) &&
        (partsLeft > 1 || by !== null || and !== null) &&
        isName(withoutBrackets(text), rules);
  if (isPerson(bare.text)) return [nameIn(bare)];
  const between = rules.and.exec(bare.text);
  if (!between) return [];
  const first = sliceFlow(bare, 0, between.index);
  const second = sliceFlow(bare, between.index + between[0].length);
  return isPerson(first.text) && isPerson(second.text) ? [nameIn(first), nameIn(second)] : [];
}

function withoutBrackets(text: string): string {
  return text.replace(/\s*\([^)]*\)$/, '');
}

/** "(she/her)" after a name is not of it. */
function nameIn(flow: Flow): Flow {
  return sliceFlow(flow, 0, withoutBrackets(flow.text).length);
}

/** Both parts and what stands between them: the comma at a line's end, where there is one. */
function spanning(first: Flow, second: Flow, line: Flow, before: Flow | undefined): Flow {
  const from = line.text.indexOf(first.text);
  const to = line.text.indexOf(second.text, from + first.text.length);
  if (from >= 0 && to >= 0 && sameLine(first, second)) {
    return sliceFlow(line, from, to + second.text.length);
  }
  const comma = before?.text.endsWith(`${first.text},`) || before?.text.endsWith(`${first.text}،`);
  const whole =
    before && comma ? sliceFlow(before, before.text.length - first.text.length - 1) : first;
  return joinFlows([whole, second]);
}

function sameLine(first: Flow, second: Flow): boolean {
  return placesOf(first)[0]?.line === placesOf(second)[0]?.line;
}

/** Names joined by *and* have what stands after the last of them in common. */
function share(signed: Signed[]): void {
  for (let at = signed.length - 2; at >= 0; at -= 1) {
    const person = signed[at];
    const next = signed[at + 1];
    if (!person || !next || person.role || person.organization) continue;
    if (next.organization) person.organization = next.organization;
    if (next.role) person.role = next.role;
  }
}
