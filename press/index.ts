/**
 * Stories in and out. `readDocument` turns a text, Markdown, HTML, DOCX or PDF file into the pieces
 * of a story, each with its place in the document, or says why it cannot.
 *
 * ```ts
 * const result = await readDocument(bytes, { name: 'story.docx' });
 * if (isRefusal(result)) console.error(sayRefusal(result));
 * else console.log(storyFromPieces(result.pieces).takeaways.length);
 * ```
 */
export { limits as readLimits } from './read/limits.ts';
export { type DocumentName, readDocument } from './read/read-document.ts';
export { type FoundType, isRefusal, type Refusal, sayRefusal } from './read/refusals.ts';
export { acceptedTypes } from './read/what-is-it.ts';
