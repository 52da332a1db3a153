/** `alongside workspace join LINK --name NAME`: asks to be let in, and waits until someone says yes. */
import { cleanLine } from '@alongside/practice';
import { type Io, shown } from '../io.ts';
import { handOver, withVault } from './machine.ts';
import type { Asking, WorkspaceOptions } from './options.ts';
import { sayRefused } from './refused.ts';
import { sayFourWords, wordsToKeep } from './words.ts';

export function joinWorkspace(options: WorkspaceOptions, io: Io, ask: Asking): Promise<number> {
  const { what: link, data } = options;
  const name = cleanLine(options.name ?? '');
  if (link === undefined || name === '') {
    io.stderr('Say which invitation, and by which name they know you: join LINK --name NAME\n');
    return Promise.resolve(1);
  }
  return withVault(options, io, async (vault) => {
    const kept = await vault.list();
    if ('type' in kept || kept.length > 0) {
      const sentence = 'A workspace is kept in this folder already. Choose another with --data.';
      io.stderr(`${shown(data)}: ${'type' in kept ? sayRefused(kept) : sentence}\n`);
      return 1;
    }
    const words = await wordsToKeep(options, io, ask);
    if (words === undefined) return 1;
    const stop = new AbortController();
    const onSignal = () => stop.abort();
    process.once('SIGINT', onSignal);
    try {
      const fragment = link.slice(link.indexOf('#') + 1);
      const turn = vault.joinByInvitation({ fragment, name, words, signal: stop.signal });
      const four = await turn.fourWords;
      if (four)
        io.stderr(`Asked. Whoever lets you in sees these four words:\n${sayFourWords(four)}`);
      const joined = await turn.done;
      if ('type' in joined) {
        io.stderr(`${sayRefused(joined)}\n`);
        return 1;
      }
      const record = joined.me;
      joined.commit([{ table: 'names', record, field: 'name', value: name }], 'everyone');
      await handOver(joined, io);
      await joined.lock({ anyway: true });
      io.stdout(`You are in. It is kept in ${shown(data)}, sealed under the six words.\n`);
      return 0;
    } finally {
      process.off('SIGINT', onSignal);
    }
  });
}
