/**
 * Who asks: the organization as the message names itself, from a `From:` line, an introduction ("this
 * is Ana from the Harbor Families Network") or the name under the message. Empty when it does not say.
 */
import { cleanLine } from '../../clean.ts';
import type { ReadingRules } from './rules/rules.ts';
import { matchable, shortened } from './text.ts';

const header = /^[ \t]*(?:From|De|من)[ \t]*:[ \t]*(?<who>[^\n<]{2,120})/mu;

/** At most 120 characters, as written. */
export function findWho(message: string, rules: ReadingRules): string {
  const text = matchable(message);
  for (const pattern of rules.introductions) {
    const who = text.match(pattern)?.groups?.who;
    if (who) return asWritten(message, text, who);
  }
  const signature = signatureOf(message, rules) || endingOf(message, rules);
  if (signature) return signature;
  for (const pattern of rules.subjects) {
    const who = text.match(pattern)?.groups?.who;
    if (who) return asWritten(message, text, who);
  }
  const sender = header.exec(text)?.groups?.who;
  return sender ? asWritten(message, text, sender.trim()) : '';
}

/** The last line that is an organization's name. */
function signatureOf(message: string, rules: ReadingRules): string {
  const last = message
    .split('\n')
    .map(cleanLine)
    .filter((line) => line !== '')
    .slice(-5);
  const lines = last.slice(message.includes('\n') ? 0 : last.length);
  const name = lines.findLast(
    (line) =>
      line.length <= 80 && !/[.?!؟:]$/u.test(line) && rules.organization.test(matchable(line)),
  );
  if (!name) return '';
  return partOf(name, rules);
}

/** A name after the last sentence, in parentheses or after a dash: "Thanks, Dana (Ferry Cooks)". */
function endingOf(message: string, rules: ReadingRules): string {
  const end = cleanLine(message.trimEnd().split('\n').at(-1) ?? '').slice(-200);
  for (const ending of endings) {
    const name = ending.exec(end)?.[1]?.trim() ?? '';
    if (name !== '' && organizationIn(name, rules)) return partOf(name, rules);
  }
  return '';
}

const endings = [
  /\(([^()]{3,80})\)[^\p{L}]*$/u,
  /(?:^|\s)[-–—]\s*([^.?!؟–—]{3,80})$/u,
  /[.?!؟]\s+([^.?!؟]{3,80})$/u,
];

function organizationIn(words: string, rules: ReadingRules): boolean {
  return words.split(parting).some((part) => rules.organization.test(matchable(part)));
}

const parting = /\s*(?:[,،|·]|\s[-–—]\s)\s*/u;

function partOf(name: string, rules: ReadingRules): string {
  // "Ana Ruiz, Harbor Families Network": the part that is the organization.
  const parts = name.split(parting);
  const part = parts.find((words) => rules.organization.test(matchable(words)));
  // "Tomas at Harbor Legal Clinic": the person goes, where what is left is still a name.
  const whole = part ?? name;
  const rest = whole.replace(/^\p{Lu}\p{L}+\s(?:at|from|with)\s/u, '');
  return shortened(rules.organization.test(matchable(rest)) ? rest : whole, 120);
}

/** What the message itself has at the place where the matchable text has `found`. */
function asWritten(message: string, text: string, found: string): string {
  const at = text.indexOf(found);
  const written = cleanLine(message.slice(at, at + found.length));
  return shortened(written.replace(/[.,،;:]+$/u, ''), 120);
}
