/** The first of a snapshot's blocks: how far it goes, who the devices are, and which blocks follow. */
import type { Audience } from '../../types.ts';
import { ByteReader, ByteWriter, broken } from './bytes.ts';

export const HEAD = 'head';
const version = 1;

export interface PartName {
  readonly name: string;
  readonly audience: Audience;
  /** Undefined for a block of texts. */
  readonly table: string | undefined;
}

export interface Head {
  readonly position: number;
  /** Member by device number. */
  readonly members: ReadonlyMap<number, string>;
  readonly parts: readonly PartName[];
}

export function headToBytes({ position, members, parts }: Head): Uint8Array<ArrayBuffer> {
  const out = new ByteWriter().number(version).number(position).number(members.size);
  for (const [device, member] of members) out.number(device).text(member);
  out.number(parts.length);
  for (const { name, audience, table } of parts) {
    out.text(name).text(audience === 'everyone' ? '' : audience.circle);
    out.number(table === undefined ? 0 : 1).text(table ?? '');
  }
  return out.finish();
}

export function bytesToHead(bytes: Uint8Array): Head {
  const from = new ByteReader(bytes);
  if (from.number() !== version) broken();
  const position = from.number();
  const members = new Map(Array.from({ length: from.count() }, () => [from.number(), from.text()]));
  const parts = Array.from({ length: from.count() }, () => {
    const name = from.text();
    const circle = from.text();
    const isTable = from.number() === 1;
    const table = from.text();
    const audience: Audience = circle === '' ? 'everyone' : { circle };
    return { name, audience, table: isTable ? table : undefined };
  });
  return from.isAtEnd ? { position, members, parts } : broken();
}
