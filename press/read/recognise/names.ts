/** Names of people, roles and organizations: how they look, not who they are. */
import { type Flow, sliceFlow } from '../flow.ts';
import type { Rules } from '../rules/rules.ts';
import { sentenceEnd, withoutArticle } from './sentences.ts';

const token =
  "(?:\\p{Lu}\\.|(?:Dr|Mr|Mrs|Ms|Rev|Sr|Sra)\\.|(?:al|el|ash|as|an|ad|ar|at|bin)-\\p{Lu}[\\p{L}\\p{M}'’-]*|\\p{Lu}[\\p{L}\\p{M}'’]*(?:-[\\p{L}\\p{M}'’]+)*)";
const particle =
  '(?:(?:de|da|do|dos|del|della|la|las|los|al|el|bin|bint|ibn|van|von|der|den|di|du|le|ten)\\s+)';

/** A person's name of one to five words, as a pattern for Latin letters; no groups that capture. */
export const namePattern = `(?!(?:As|And|But|When|While|For|Then|Here|Like|So|Yet|Even|Como|Pero|Cuando|Según|Para)\\s)${token}(?:\\s+${particle}{0,2}${token}){0,4}`;

const wholeName = new RegExp(`^${namePattern}$`, 'u');
const atStart = new RegExp(`^${namePattern}(?![\\p{L}\\p{M}])`, 'u');

/** Whether a text could be the name of a person: two to five words, none of an organization. */
export function isName(text: string, rules: Rules): boolean {
  const words = text.split(/\s+/);
  if (words.length < 2 || words.length > 6 || text.length > 60) return false;
  if (rules.organization.test(text) || rules.series.test(text)) return false;
  if (/\p{Script=Arabic}/u.test(text)) return words.length <= 4 && !/[.؟:]/.test(text);
  return wholeName.test(text);
}

/** The name that stands at the offset, or nothing. */
export function nameAt(text: string, offset: number): string | undefined {
  const rest = text.slice(offset, offset + 120);
  if (/^\p{Script=Arabic}/u.test(rest)) {
    const name = /^[^،,.:؛«"“]{3,40}(?=[،,])/u.exec(rest)?.[0].trim();
    return name && name.split(/\s+/).length <= 5 ? name : undefined;
  }
  const name = atStart.exec(rest)?.[0].replace(/['’]s$/, '');
  if (!name) return undefined;
  return name.includes(' ') || /^\s*,/.test(rest.slice(name.length)) ? name : undefined;
}

export interface Told {
  readonly name: string;
  readonly role?: Flow;
  readonly organization?: Flow;
  /** The name and what is said of them, in one. */
  readonly clause: Flow;
}

/** Those whom a paragraph introduces: "featuring A, the director of B, and C, an organizer at D". */
export function toldOf(flow: Flow, known: readonly string[], rules: Rules): Told[] {
  const { text } = flow;
  const starts: { at: number; name: string }[] = [];
  const featuring = new RegExp(
    rules.featuring.source,
    `${rules.featuring.flags.replace('g', '')}g`,
  );
  for (const found of text.matchAll(featuring)) {
    const at = found.index + found[0].length;
    const name = nameAt(text, at);
    if (!name) continue;
    starts.push({ at, name });
    const end = sentenceEnd(text, at, rules);
    const more = new RegExp(rules.and.source, `${rules.and.flags.replace('g', '')}g`);
    for (const and of text.slice(at, end).matchAll(more)) {
      const from = at + and.index + and[0].length;
      const other = nameAt(text, from);
      const names = other && /^\s*(?:,|$)|^\s*\(/.test(text.slice(from + other.length, end));
      if (starts.length > 8) break;
      if (names && isName(other, rules)) starts.push({ at: from, name: other });
    }
    break;
  }
  for (const name of known) {
    if (starts.some((start) => start.name === name)) continue;
    const at = text.indexOf(name);
    if (at >= 0) starts.push({ at, name });
  }
  starts.sort((a, b) => a.at - b.at);
  const told = starts.map((start, index) => {
    const end = Math.min(sentenceEnd(text, start.at, rules), starts[index + 1]?.at ?? text.length);
    return clauseOf(flow, start.at, start.name, end, rules);
  });
  return told.map((one, index) => {
    const next = told[index + 1];
    return one.role || one.organization || !next || !one.shares ? one : { ...next, name: one.name };
  });
}

/** The role and organization in what follows a name. `shares`: only an *and* follows. */
function clauseOf(
  flow: Flow,
  at: number,
  name: string,
  end: number,
  rules: Rules,
): Told & { shares: boolean } {
  const from = at + name.length;
  const rest = flow.text.slice(from, end);
  const opens =
    /^\s*(?:\([^)]{1,30}\)\s*)?(?:[,،]\s*|\s+(?:is|serves as|works as|es|trabaja como)\s+)/.exec(
      rest,
    );
  const bare = sliceFlow(flow, at, from);
  if (!opens)
    return { name, clause: bare, shares: !/[^\s\p{L}&,،]/u.test(rest) && rest.trim().length <= 4 };
  const start = from + opens[0].length;
  const clause = withoutArticle(
    sliceFlow(flow, start, start + lengthOfClause(rest.slice(opens[0].length), rules)),
    rules,
  );
  const split = splitRole(clause, rules);
  return {
    name,
    shares: false,
    clause:
      split.role || split.organization
        ? sliceFlow(
            flow,
            at,
            from + opens[0].length + lengthOfClause(rest.slice(opens[0].length), rules),
          )
        : bare,
    ...split,
  };
}

/** Ends before ", shares how" and ", and": an organization's own commas are followed by capitals. */
function lengthOfClause(text: string, rules: Rules): number {
  const arabic = /\p{Script=Arabic}/u.test(text);
  const stop = arabic
    ? /[،.؛:]/.exec(text)
    : /[,;:]\s+(?=\p{Ll})|\s+(?:who|which|that|and|y|e|que|quien)\s+|[;:—–]\s|\.\s/u.exec(text);
  let end = stop ? stop.index : text.length;
  const and = /\s+(?:and|y|e|&)\s+$/.exec(text.slice(0, end));
  if (and) end = and.index;
  if (stop && /^\s+(?:and|y|e)\s/.test(stop[0])) {
    const after = text.slice(stop.index + stop[0].length);
    const prep = new RegExp(rules.roleOf.source, 'g');
    const capital = /^\p{Lu}/u.test(after);
    if (capital || (!prep.test(text.slice(0, end)) && rules.role.test(after.slice(0, 40)))) {
      return stop.index + stop[0].length + lengthOfClause(after, rules);
    }
  }
  return text.slice(0, end).replace(/[\s,،.]+$/, '').length;
}

/** "executive director of the B": at the first *of* that leads to a name. */
export function splitRole(clause: Flow, rules: Rules): { role?: Flow; organization?: Flow } {
  const arabic = /\p{Script=Arabic}/u.test(clause.text);
  for (const of of clause.text.matchAll(rules.roleOf)) {
    const after = clause.text.slice(of.index + of[0].length);
    if (!arabic && !/^[\p{Lu}\d¡«"“]/u.test(after)) continue;
    const role = sliceFlow(clause, 0, of.index);
    if (role.text === '' || (!rules.role.test(role.text) && !/^\p{Ll}/u.test(role.text))) continue;
    return { role, organization: sliceFlow(clause, of.index + of[0].length) };
  }
  if (rules.role.test(clause.text)) return { role: clause };
  return rules.organization.test(clause.text) && /^\p{Lu}/u.test(clause.text)
    ? { organization: clause }
    : {};
}
