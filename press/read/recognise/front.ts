/**
 * What stands before the introduction: the series, a title, who tells it and from where, and the
 * quotation that opens it.
 */
import type { Piece } from '@alongside/practice';
import { type Flow, joinFlows, placesOf } from '../flow.ts';
import { plainForm } from '../rules/headings.ts';
import type { Rules } from '../rules/rules.ts';
import type { Block } from '../source.ts';
import { beginsByline, readByline, type Signed } from './byline.ts';
import { append, blockDraft, type Draft, flowDraft, leftOver } from './drafts.ts';
import type { Told } from './names.ts';
import { wholeQuotation } from './quotes.ts';
import { endOfText, wordCount } from './sentences.ts';

interface Line {
  readonly flow: Flow;
  readonly block: Block;
}

/** Pieces of the front, narrators among them. `told` is what the introduction says of narrators. */
export function readFront(
  blocks: readonly Block[],
  told: readonly Told[],
  rules: Rules,
  lines: readonly string[],
): Draft[] {
  const drafts: Draft[] = [];
  const seen = new Set<string>();
  const rest: Line[] = [];
  for (const block of blocks) {
    const quoted = pullQuote(block);
    const plain = plainForm(block.flow.text);
    if (quoted) drafts.push(quoted);
    else if (attributed(block, drafts.at(-1)))
      drafts.push(attributed(block, drafts.pop()) as Draft);
    else if (plain !== '' && seen.has(plain))
      drafts.push(leftOver(block, lines, 'repeated-heading'));
    else
      append(
        rest,
        block.lineFlows.map((flow) => ({ flow, block })),
      );
    seen.add(plain);
  }
  const names = told.map((one) => one.name);
  const from = rest.findIndex(({ flow }) => beginsByline(flow, names, rules));
  const to = from < 0 ? from : endOfByline(rest, from, rules);
  const titles = from < 0 ? rest : [...rest.slice(0, from), ...rest.slice(to)];
  append(drafts, readTitles(titles, rules));
  append(
    drafts,
    readNarrators(from < 0 ? [] : rest.slice(from, to).map((line) => line.flow), told, rules),
  );
  return drafts;
}

/** A block that is one quotation, with who says it where a name follows. */
export function pullQuote(block: Block): Draft | undefined {
  const quoted = wholeQuotation(block.flow);
  if (!quoted) return undefined;
  return {
    ...blockDraft('pull-quote', block, { text: quoted.inner.text }),
    ...(quoted.by && { speaker: quoted.by.text }),
  };
}

/** A "— Name" on a line of its own goes to the quotation before it. */
export function attributed(block: Block, draft: Draft | undefined): Draft | undefined {
  const dash = /^(?:[—–―]|--?)\s*/.exec(block.flow.text);
  const is = draft?.kind === 'pull-quote' && draft.speaker === undefined;
  if (!draft || !is || !dash || wordCount(block.flow.text) > 14) return undefined;
  const speaker = block.flow.text.slice(dash[0].length);
  return { ...draft, speaker, places: [...draft.places, ...block.extents] };
}

function endOfByline(rest: readonly Line[], from: number, rules: Rules): number {
  const first = rest[from];
  let to = from + 1;
  while (to < rest.length && to < from + 8) {
    const line = rest[to];
    const other = line?.block !== first?.block;
    if (!line || wordCount(line.flow.text) > 18 || /[.?!:]$/.test(line.flow.text)) break;
    if (
      other &&
      (rules.series.test(line.flow.text) ||
        (line.block.level ?? 9) < Math.min(3, first?.block.level ?? 3))
    )
      break;
    to += 1;
  }
  return to;
}

/** The series and the title, each joined over its lines. */
function readTitles(lines: readonly Line[], rules: Rules): Draft[] {
  const groups: Line[][] = [];
  for (const line of lines) {
    const group = groups.at(-1);
    if (group && goesOn(group, line)) group.push(line);
    else groups.push([line]);
  }
  const flows = groups.map((group) => joinFlows(group.map((line) => line.flow)));
  const short = (flow: Flow | undefined) => flow !== undefined && wordCount(flow.text) <= 40;
  let series = flows.findIndex((flow) => rules.series.test(flow.text) && short(flow));
  const levels = groups.map((group) => group[0]?.block.level ?? 9);
  const candidates = groups.map((_, at) => at).filter((at) => at !== series && short(flows[at]));
  const highest = Math.min(...candidates.map((at) => levels[at] ?? 9));
  const title = candidates
    .filter((at) => levels[at] === highest)
    .at(series < 0 && highest === 9 ? -1 : 0);
  if (series < 0 && candidates.length > 1) series = candidates.find((at) => at !== title) ?? -1;
  return groups.map((group, at) => {
    const flow = flows[at] as Flow;
    const places = group.flatMap((line) => placesOf(line.flow));
    if (at === series) return { kind: 'series', text: flow.text, places };
    if (at === title) return { kind: 'title', text: flow.text, places };
    return { kind: 'unrecognised', text: flow.text, places, reason: 'not-placed' };
  });
}

/** A line goes on with the title before it: in one block, or where the line before was full. */
function goesOn(group: readonly Line[], next: Line): boolean {
  const last = group.at(-1);
  if (!last) return false;
  if (last.block === next.block) return true;
  if (last.block.level !== next.block.level || endOfText.test(last.flow.text)) return false;
  if (last.block.emphasised !== next.block.emphasised) return false;
  const width = Math.max(45, ...group.map((line) => line.flow.text.length));
  const word = next.flow.text.split(' ')[0] ?? '';
  return last.flow.text.length + 1 + word.length > width;
}

function readNarrators(byline: readonly Flow[], told: readonly Told[], rules: Rules): Draft[] {
  const names = told.map((one) => one.name);
  const { signed, places, left } = readByline(byline, names, rules);
  const drafts = signed.map((one) => narrator(one, toldOfName(one.name.text, told)));
  for (const one of told) {
    if (signed.some(({ name }) => name.text.toLowerCase() === one.name.toLowerCase())) continue;
    if (signed.length > 0 && !one.role && !one.organization) continue;
    drafts.push(narrator(undefined, one));
  }
  return [
    ...drafts,
    ...places.map((place) => flowDraft('place', place)),
    ...left.map((part) => flowDraft('unrecognised', part, { reason: 'not-placed' })),
  ];
}

function toldOfName(name: string, told: readonly Told[]): Told | undefined {
  return told.find((one) => one.name.toLowerCase() === name.toLowerCase());
}

function narrator(signed: Signed | undefined, told: Told | undefined): Draft {
  const role = (told?.role ?? signed?.role)?.text;
  const organizations: string[] = [];
  for (const flow of [signed?.organization, told?.organization]) {
    if (!flow || organizations.some((one) => plainForm(one) === plainForm(flow.text))) continue;
    organizations.push(flow.text);
  }
  const places: Piece['places'] = [
    ...(signed?.parts ?? []).flatMap(placesOf),
    ...(told && (told.role || told.organization || !signed) ? placesOf(told.clause) : []),
  ];
  return {
    kind: 'narrator',
    text: signed?.name.text ?? told?.name ?? '',
    places,
    ...(role !== undefined && { role }),
    ...(organizations.length > 0 && { organizations }),
  };
}
