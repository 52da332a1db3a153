/**
 * One contender in a Node of its own: `prepare` writes its bytes to a file, `measure` reads them and
 * prints what was measured as JSON.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { subjects } from '../subjects.ts';

const [mode, subjectName, contenderName, size, file] = process.argv.slice(2);
const subject = subjects.find(({ name }) => name === subjectName);
const make = subject?.contenders[contenderName ?? ''];
if (!make || !file) throw new Error('Usage: child.ts prepare|measure SUBJECT CONTENDER SIZE FILE');
const contender = await make();
if (mode === 'prepare') writeFileSync(file, await contender.prepare(Number(size)));
else {
  const bytes = new Uint8Array(readFileSync(file));
  const before = process.memoryUsage().rss;
  const processor = process.cpuUsage();
  const measured = await contender.measure(bytes, Number(size));
  const { user, system } = process.cpuUsage(processor);
  const memory = (process.memoryUsage().rss - before) / 2 ** 20;
  console.log(
    JSON.stringify({ ...measured, memory: Math.round(memory), cpu: (user + system) / 1000 }),
  );
}
