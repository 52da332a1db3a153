/** Takes HTTP answers out of the bytes of one connection: their status, as soon as each is whole. */
export interface Answers {
  /** Takes bytes as they come; gives the status of each answer that is whole with them. */
  take(bytes: Buffer): number[];
}

const headEnd = '\r\n\r\n';
const lastChunk = '0\r\n\r\n';

export function createAnswers(): Answers {
  let rest = '';
  return {
    take(bytes) {
      rest += bytes.toString('latin1');
      const statuses: number[] = [];
      for (let end = wholeAnswer(rest); end > 0; end = wholeAnswer(rest)) {
        statuses.push(Number(rest.slice(9, 12)));
        rest = rest.slice(end);
      }
      return statuses;
    },
  };
}

/** Where the first answer ends; 0 where it is not whole. */
function wholeAnswer(text: string): number {
  const head = text.indexOf(headEnd);
  if (head < 0) return 0;
  const begin = head + headEnd.length;
  if (text.startsWith('204', 9) || text.startsWith('304', 9)) return begin;
  const length = /\r\ncontent-length: *(\d+)/i.exec(text.slice(0, head + 2))?.[1];
  if (length !== undefined) {
    const end = begin + Number(length);
    return text.length >= end ? end : 0;
  }
  const last = text.indexOf(lastChunk, begin);
  return last < 0 ? 0 : last + lastChunk.length;
}
