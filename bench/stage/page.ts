/** One contender in a page of its own: fetches its bytes and measures. */
import type { Measured } from '../subject.ts';
import { inPages } from '../subjects.ts';

declare global {
  interface Window {
    measure(subject: string, contender: string, size: number, url: string): Promise<Measured>;
  }
}

window.measure = async (subjectName, contenderName, size, url) => {
  const make = inPages.find(({ name }) => name === subjectName)?.contenders[contenderName];
  if (!make) throw new Error(`No contender: ${contenderName}`);
  const contender = await make();
  const bytes = new Uint8Array(await (await fetch(url)).arrayBuffer());
  return contender.measure(bytes, size);
};
