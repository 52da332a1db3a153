/**
 * Who asks to end *Keep everything*: a record of each steward who does, read by everyone here. It
 * holds their signature for one head of the chain, which the entry of another steward carries; and
 * whether another steward said no. Whoever else writes into it is not believed: the fold knows who wrote what.
 */
import { bytesToText, textToBytes } from '../../envelope/bytes.ts';
import type { Second } from '../../log/types.ts';
import type { Change, MemberId, Value } from '../../types.ts';
import type { Workspace } from '../../workspace.ts';
import type { Ending, TogetherState } from '../people-types.ts';

const table = 'keepEverything';

export interface EndingFound extends Ending {
  readonly second: Second;
}

type Written = Pick<Workspace, 'tables' | 'commit'>;

/** The ask that holds at this moment: another steward's before one's own. */
export function findEnding({ tables }: Written, now: TogetherState): EndingFound | null {
  const { holds, place } = now.keepEverything;
  if (!holds) return null;
  const stewards = now.people.filter(({ active, role }) => active && role === 'steward');
  const found = stewards.flatMap(({ id }) => {
    const record = tables.get(table, id);
    const written = tables.writtenBy(table, id, 'ending');
    const read = readEnding(record?.ending);
    if (!read || read.place !== place || written?.member !== id) return [];
    const no = record?.no === place ? tables.writtenBy(table, id, 'no')?.member : undefined;
    const refusedBy = stewards.some((one) => one.id === no && one.id !== id) ? (no ?? null) : null;
    return [{ by: id, at: written.at, refusedBy, second: read.second }];
  });
  return found.find(({ by }) => by !== now.me) ?? found[0] ?? null;
}

export function writeEnding(
  workspace: Written,
  me: MemberId,
  place: string,
  { device, sig }: Second,
): void {
  commit(workspace, me, { ending: `${place} ${device} ${bytesToText(sig)}`, no: null });
}

/** Another steward says no; or who asked takes it back. */
export function refuseEnding(workspace: Written, by: MemberId, place: string): void {
  commit(workspace, by, { no: place });
}

export function takeEndingBack(workspace: Written, me: MemberId): void {
  commit(workspace, me, { ending: null, no: null });
}

function commit(workspace: Written, record: MemberId, fields: Readonly<Record<string, Value>>) {
  const changes: Change[] = Object.entries(fields).map(([field, value]) => ({
    table,
    record,
    field,
    value,
  }));
  workspace.commit(changes, 'everyone');
}

/** Place, device and signature in one line of text. */
function readEnding(value: Value | undefined) {
  if (typeof value !== 'string') return null;
  const [place = '', device, signed = ''] = value.split(' ');
  const sig = textToBytes(signed);
  if (sig?.length !== 64 || !Number.isSafeInteger(Number(device))) return null;
  return { place, second: { device: Number(device), sig } };
}
