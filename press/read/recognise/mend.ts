/**
 * Puts together what the layout took apart: a number that stands on a line of its own before its
 * title, and a paragraph broken by the end of a column or a page, whatever stands between the
 * halves (a running head, a heading seen before).
 */
import { type Flow, FlowBuilder, joinFlows } from '../flow.ts';
import { plainForm, sectionOf } from '../rules/headings.ts';
import type { Block } from '../source.ts';

export function mend(blocks: readonly Block[]): Block[] {
  return joinBroken(joinNumbers(blocks));
}

function joinNumbers(blocks: readonly Block[]): Block[] {
  const mended: Block[] = [];
  for (const block of blocks) {
    const last = mended.at(-1);
    const alone = last && !last.furniture && /^0?\d{1,2}[.)]?$/.test(last.flow.text);
    if (last && alone && !block.furniture && !/^\d/.test(block.flow.text)) {
      mended[mended.length - 1] = { ...block, ...joined(last, block) };
    } else mended.push(block);
  }
  return mended;
}

function joinBroken(blocks: readonly Block[]): Block[] {
  const mended: Block[] = [];
  const seen = new Set<string>();
  let open = -1;
  let between = 0;
  for (const block of blocks) {
    const heading = sectionOf(block.flow.text) !== undefined;
    const plain = block.flow.text.length < 120 ? plainForm(block.flow.text) : '';
    const last = mended[open];
    if (last && goesOnIn(last, block)) {
      mended[open] = { ...last, ...joined(last, block) };
      between = 0;
      continue;
    }
    mended.push(block);
    const passing = block.furniture || (plain !== '' && seen.has(plain));
    if (plain !== '' && (heading || block.flow.text.endsWith(':'))) seen.add(plain);
    if (passing && open >= 0 && between < 6) between += 1;
    else {
      open = heading || block.furniture ? -1 : mended.length - 1;
      between = 0;
    }
  }
  return mended;
}

/** A block that ends in the middle of a sentence, and one that begins there. */
function goesOnIn(block: Block, next: Block): boolean {
  if (next.furniture || next.item || next.setApart || next.level !== undefined) return false;
  if (block.level !== undefined || block.setApart || block.flow.text.length < 30) return false;
  return /^\p{Ll}/u.test(next.flow.text) && !/[.?!:;؟…]["'”’»)]*$/.test(block.flow.text);
}

function joined(
  first: Block,
  second: Block,
): Pick<Block, 'flow' | 'lineFlows' | 'extents' | 'remains'> {
  return {
    flow: withoutHyphen(first.flow, second.flow) ?? joinFlows([first.flow, second.flow]),
    lineFlows: [...first.lineFlows, ...second.lineFlows],
    extents: [...first.extents, ...second.extents],
    remains: [...(first.remains ?? []), ...(second.remains ?? [])],
  };
}

function withoutHyphen(first: Flow, second: Flow): Flow | undefined {
  if (!/\p{Ll}-$/u.test(first.text)) return undefined;
  const flow = new FlowBuilder();
  flow.append(first);
  flow.dropLast('-');
  flow.append(second);
  return flow.done();
}
