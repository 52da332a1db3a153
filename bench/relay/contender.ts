/** One server through all of it: it is warmed up, appended to, listened to, and read back. */
import type { Contender } from '../subject.ts';
import { type Appended, appendFor } from './appends.ts';
import { fanOut } from './fan-out.ts';
import { lossOf, messageOf } from './messages.ts';
import type { Peer, PeerStream, RunningPeer } from './peer.ts';

const atMost = 40_000;
const milliseconds = 1_000;
const appends = 12;

export function contenderOf(peer: Peer): Contender {
  return {
    prepare: async () => new Uint8Array(),
    async measure(_, bytes) {
      const running = await peer.start();
      let number = 0;
      const next = () => {
        number += 1;
        return messageOf(number, bytes);
      };
      const { acknowledged, stream, ms } = await appendAll(running, next);
      const facts: Record<string, number | string> = { ack: peer.ack };
      for (const readers of [200, 1_000]) {
        const heard = await listenAll(running, readers, next);
        Object.assign(ms, heard.ms);
        Object.assign(facts, heard.facts);
      }
      const { missing, repeated } = lossOf(acknowledged, await stream.all());
      await running.stop();
      return { ms, facts: { ...facts, check: `missing ${missing}, repeated ${repeated}` } };
    },
  };
}

async function appendAll(running: RunningPeer, next: () => string) {
  const stream: PeerStream = await running.stream('appends');
  const load = { milliseconds, atMost, next };
  const warm = await appendFor(stream, { ...load, writers: 8, milliseconds: 500 });
  const one = await appendFor(stream, { ...load, writers: 1 });
  const before = running.taken();
  const many = await appendFor(stream, { ...load, writers: 32 });
  const after = running.taken();
  const took = before && after ? after.processor - before.processor : Number.NaN;
  const ms: Record<string, number> = {
    'by 1 /s': one.perSecond,
    'by 32 /s': many.perSecond,
    'p99 of 32': many.p99,
    'server µs by 32': (took / many.acknowledged.length) * 1000,
  };
  const acknowledged = [warm, one, many].flatMap((part: Appended) => part.acknowledged);
  return { stream, ms, acknowledged };
}

async function listenAll(running: RunningPeer, readers: number, next: () => string) {
  const live = await running.stream(`live-${readers}`);
  const empty = running.taken();
  let listening = empty;
  const onListening = () => {
    listening = running.taken();
  };
  const heard = await fanOut(live, { readers, appends, next, onListening });
  const after = running.taken();
  const ms: Record<string, number> = {};
  const facts: Record<string, number> = { [`delivered to ${readers}`]: heard.delivered };
  if (heard.last !== undefined) ms[`last of ${readers}`] = heard.last;
  if (empty && listening && after) {
    ms[`server to ${readers}`] = (after.processor - listening.processor) / heard.appended;
    facts[`kB a reader of ${readers}`] = (listening.memory - empty.memory) / readers;
  }
  return { ms, facts };
}
