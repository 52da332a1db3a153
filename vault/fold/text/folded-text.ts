/**
 * One text as folded: who owns each client id, and the Yjs document, built when somebody asks.
 * Only updates the guard admitted get here, so applying them never throws and leaves none pending.
 */
import * as Y from 'yjs';
import { type Bindings, createBindings } from './guard.ts';

export interface FoldedText {
  readonly table: string;
  readonly record: string;
  readonly field: string;
  readonly audience: number;
  readonly bindings: Bindings;
  /** Admitted updates that are not in the document yet, in order of position. */
  waiting: Uint8Array[];
  document: Y.Doc | undefined;
  /** Bytes of all updates ever taken: about what the text weighs. */
  size: number;
  /** Own updates by pending batch: sent, but not read back. */
  readonly pending: Map<number, Uint8Array>;
  readonly listeners: Set<(update: Uint8Array) => void>;
}

/** The name of the shared text inside each document. */
export const rootName = 'text';

/** Updates kept as bytes before they are applied: a text nobody opens costs only its bytes. */
const mostWaiting = 256;

export function createFoldedText(
  table: string,
  record: string,
  field: string,
  audience: number,
): FoldedText {
  return {
    table,
    record,
    field,
    audience,
    bindings: createBindings(),
    waiting: [],
    document: undefined,
    size: 0,
    pending: new Map(),
    listeners: new Set(),
  };
}

export function textKey(audience: number, table: string, record: string, field: string): string {
  return JSON.stringify([audience, table, record, field]);
}

/** Whether anything of it was ever read from the log; one that was only opened is no text yet. */
export function isWritten({ bindings }: FoldedText): boolean {
  return bindings.byClient.size > 0;
}

export function takeUpdate(text: FoldedText, update: Uint8Array): void {
  text.waiting.push(update);
  text.size += update.length;
  if (text.waiting.length >= mostWaiting) documentOf(text);
  for (const listener of text.listeners) listener(update);
}

/**
 * Everything that is in the text. Never typed into, and its words are never read here: their order is
 * what `readText` makes of it, and formats are tidied only where somebody reads.
 */
export function documentOf(text: FoldedText): Y.Doc {
  text.document ??= new Y.Doc();
  const waiting = text.waiting;
  text.waiting = [];
  for (const update of waiting) Y.applyUpdate(text.document, update);
  return text.document;
}

/** The whole folded text as one update, without what is only pending. */
export function updateOf(text: FoldedText): Uint8Array {
  const [only, ...more] = text.waiting;
  if (only && more.length === 0 && !text.document) return only;
  return Y.encodeStateAsUpdate(documentOf(text));
}
