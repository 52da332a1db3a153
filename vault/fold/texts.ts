/** Texts as rooms see them: open, typed in by several people at once, closed. */
import type * as Y from 'yjs';

/** A text written together. `text` is live; close it when the editor goes. */
export interface TextHandle {
  readonly text: Y.Text;
  toString(): string;
  subscribe(listener: () => void): () => void;
  close(): void;
}
