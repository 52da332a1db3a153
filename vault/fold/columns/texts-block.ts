/** The texts of one audience as bytes, and back: each whole, with whose its client ids are. */
import { createFoldedText, type FoldedText, textKey, updateOf } from '../text/folded-text.ts';
import { bind } from '../text/guard.ts';
import { ByteReader, ByteWriter, broken } from './bytes.ts';

export function textsToBlock(texts: readonly FoldedText[]): Uint8Array<ArrayBuffer> {
  const out = new ByteWriter().number(texts.length);
  for (const text of texts) {
    out.text(text.table).text(text.record).text(text.field).number(text.bindings.byClient.size);
    for (const [client, { device, clock }] of text.bindings.byClient) {
      out.number(client).number(device).number(clock);
    }
    out.bytes(updateOf(text));
  }
  return out.finish();
}

/** Texts by key. Throws `BrokenBytes` where the bytes are not a block. */
export function blockToTexts(bytes: Uint8Array, audience: number): ReadonlyMap<string, FoldedText> {
  const from = new ByteReader(bytes);
  const texts = new Map<string, FoldedText>();
  for (let left = from.count(); left > 0; left -= 1) {
    const text = createFoldedText(from.text(), from.text(), from.text(), audience);
    for (let clients = from.count(); clients > 0; clients -= 1) {
      bind(text.bindings, from.number(), { device: from.number(), clock: from.number() });
    }
    const update = from.bytes().slice();
    text.waiting.push(update);
    text.size = update.length;
    texts.set(textKey(audience, text.table, text.record, text.field), text);
  }
  return from.isAtEnd ? texts : broken();
}
