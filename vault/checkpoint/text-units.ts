/**
 * A text as its smallest pieces: each character, mark or embedded thing with where it was put, and
 * what is deleted. Equal words, state vectors and snapshots are not enough to call two texts equal:
 * the places decide what becomes of edits that come later. Yjs joins and splits runs as it likes, so
 * the runs themselves cannot be compared.
 */

import * as Y from 'yjs';

type Id = Y.ID | null;

/** One line a piece, then the deletions. Equal for equal texts, whatever way they were folded. */
export function textUnits(update: Uint8Array): string {
  const document = new Y.Doc();
  Y.applyUpdate(document, update);
  const { structs, ds } = Y.decodeUpdate(Y.encodeStateAsUpdate(document));
  document.destroy();
  const lines: string[] = [];
  for (const struct of structs) {
    const { client, clock } = struct.id;
    for (let at = 0; at < struct.length; at += 1) {
      lines.push(`${client}:${clock + at} ${unitOf(struct, at)}`);
    }
  }
  const deleted = [...ds.clients].map(
    ([client, ranges]) =>
      `${client}-${ranges.map(({ clock, len }) => `${clock}+${len}`).join(',')}`,
  );
  return [...lines.sort(), ...deleted.sort()].join('\n');
}

function unitOf(struct: Y.Item | Y.GC | Y.Skip, at: number): string {
  if (!(struct instanceof Y.Item)) return 'collected';
  const { client, clock } = struct.id;
  const left: Id = at === 0 ? struct.origin : Y.createID(client, clock + at - 1);
  const parent: unknown = at === 0 ? struct.parent : null;
  const where = [
    idText(left),
    idText(struct.rightOrigin),
    parent instanceof Y.ID ? idText(parent) : JSON.stringify(parent ?? null),
    JSON.stringify(struct.parentSub),
  ];
  return `${where.join(' ')} ${contentText(struct.content, at)}`;
}

function idText(id: Id): string {
  return id === null ? '-' : `${id.client}:${id.clock}`;
}

function contentText(content: Y.Item['content'], at: number): string {
  if (content instanceof Y.ContentString) return JSON.stringify(content.str[at]);
  if (content instanceof Y.ContentDeleted) return 'deleted';
  if (content instanceof Y.ContentFormat) return JSON.stringify([content.key, content.value]);
  if (content instanceof Y.ContentEmbed) return JSON.stringify([content.embed]);
  if (content instanceof Y.ContentAny) return JSON.stringify({ any: content.arr[at] });
  if (content instanceof Y.ContentType) {
    const name: unknown = Reflect.get(content.type, 'nodeName');
    return `<${content.type.constructor.name} ${JSON.stringify(name ?? null)}>`;
  }
  return content.constructor.name;
}
