/**
 * The worker's half: answers what the page asks, one thing at a time, and holds at most one open
 * workspace. No key leaves it, not even as a handle.
 */
import type { Clock, Random } from '../../identity/types.ts';
import type { OpenRefusal } from '../../local/indexeddb-storage.ts';
import { loadSlowHash } from '../../local/lock/kdf.ts';
import { type Storage, StorageGone } from '../../local/storage.ts';
import { StreamAway } from '../../log/stream-errors.ts';
import type { Network } from '../../sync/network.ts';
import type { Door } from '../door.ts';
import type { Ask, ToPage, ToWorker } from '../messages.ts';
import type { OpenRoots } from '../open-roots.ts';
import type { Tabs } from '../tabs.ts';
import { answerChangeWords, answerHasKit, answerKit, answerRevokeKit } from './answer-keys.ts';
import {
  answerErase,
  answerJoin,
  answerKeep,
  answerList,
  answerRestoreFromKit,
  answerUnlock,
} from './answer-places.ts';
import { createDesk, type Desk } from './desk.ts';
import type { People } from './people/people.ts';
import { loadSixWords } from './words.ts';

export interface WorkerContext {
  readonly openStorage: () => Promise<Storage | OpenRefusal>;
  readonly random: Random;
  readonly clock: Clock;
  readonly tabs: Tabs;
  /** Of all that this worker serves. */
  readonly roots: OpenRoots;
  readonly network: Network;
}

/** Serves the page behind the door until it is closed. */
export function serveVault(door: Door, context: WorkerContext): void {
  const post = (message: ToPage) => door.postMessage(message, []);
  const desk = createDesk(context, post);
  let turn: Promise<unknown> = Promise.resolve();
  door.addEventListener('message', ({ data }) => {
    const message = data as ToWorker;
    if (message.type === 'write') desk.session?.write(message);
    else if (message.type === 'try now') desk.session?.tryNow();
    else if (message.type === 'watch') desk.session?.watch(message.on);
    else if (message.type === 'stop waiting') desk.joining?.stop.abort();
    else if (message.type === 'blocks') desk.gotBlocks(message.blocks);
    else {
      const { id, ask } = message;
      turn = turn
        .then(() => answer(desk, ask))
        .then(
          (given) => post({ type: 'answer', id, answer: given ?? null }),
          (error: unknown) => post(failure(id, error)),
        );
    }
  });
}

/** A disk that went away is a refusal; anything else is our mistake, and the page hears of it. */
function failure(id: number, error: unknown): ToPage {
  if (error instanceof StorageGone) return { type: 'answer', id, answer: { type: 'StorageLost' } };
  return { type: 'failed', id, message: error instanceof Error ? error.message : 'unknown' };
}

/** Loaded when first asked for. */
const backups = () => import('./answer-backup.ts');
const joining = () => import('./answer-joining.ts');
const keeping = () => import('./keep-everything.ts');

const notNow = { type: 'NotNow' } as const;

/** Where nothing is served there is nobody to do anything about. */
async function withPeople<T>(desk: Desk, work: (people: People) => Promise<T>) {
  const people = await desk.session?.people();
  return people ? work(people) : notNow;
}

/** This device's history goes on: its reading is put to the server's end, then everything before is compacted. */
async function chooseHistory(desk: Desk) {
  const refused = await desk.session?.skipToEnd();
  return refused ?? withPeople(desk, (people) => people.eraseForGood());
}

async function unlessAway<T>(act: () => Promise<T>) {
  try {
    return await act();
  } catch (error) {
    if (error instanceof StreamAway) return { type: 'ServerAway' };
    throw error;
  }
}

async function answer(desk: Desk, ask: Ask): Promise<unknown> {
  switch (ask.do) {
    case 'list':
      return answerList(desk);
    case 'keep':
      return answerKeep(desk, ask.words, ask.passing);
    case 'unlock':
      return answerUnlock(desk, ask.words, ask.place);
    case 'join':
      return answerJoin(desk, ask.place);
    case 'restoreFromKit':
      return answerRestoreFromKit(desk, ask.kit, ask.words, ask.place);
    case 'openBackup':
      return (await backups()).answerOpenBackup(desk, ask.bytes, ask.opener);
    case 'erase':
      return answerErase(desk, ask.place);
    case 'settle':
      return desk.session?.flush();
    case 'serve':
      return desk.session?.serve(ask.server, ask.voucher) ?? { type: 'NotNow' };
    case 'settleAlarm':
      return desk.session?.settleAlarm(ask.alarm);
    case 'look':
      return (await desk.session?.people())?.look();
    case 'invite':
      return withPeople(desk, (people) => people.invite(ask.role));
    case 'approve':
      return withPeople(desk, (people) => people.approve(ask.requests, ask.core));
    case 'decline':
      return withPeople(desk, (people) => people.decline(ask.request));
    case 'change':
      return withPeople(desk, (people) => people.change(ask.wish));
    case 'keepEverything':
      return desk.session
        ? (await keeping()).setKeepEverything(desk.session, ask.on, ask.second)
        : notNow;
    case 'signEnding':
      return desk.session ? (await keeping()).signEnding(desk.session) : notNow;
    case 'eraseForGood':
      return withPeople(desk, (people) => people.eraseForGood());
    case 'moveTo':
      return withPeople(desk, (people) => people.moveTo(ask.server, ask.voucher));
    case 'deleteLeft':
      return unlessAway(async () => ((await desk.session?.deleteLeft()) ? null : notNow));
    case 'chooseHistory':
      return unlessAway(() => chooseHistory(desk));
    case 'adoptHistory':
      return unlessAway(async () => (await desk.session?.adoptHistory()) ?? null);
    case 'setCircle':
      return withPeople(desk, (people) => people.setCircle(ask.circle, ask.members));
    case 'openIntake':
      return withPeople(desk, ({ intakes }) =>
        intakes.open(ask.kind, ask.says, ask.lasts, ask.circle),
      );
    case 'sayIntake':
      return withPeople(desk, ({ intakes }) =>
        intakes.say(ask.secret, ask.says, ask.until, ask.circle),
      );
    case 'lookIntake':
      return withPeople(desk, ({ intakes }) => intakes.look(ask.secret));
    case 'canSealFor':
      return desk.session?.envelopes.canSealFor(ask.readers);
    case 'pair':
      return withPeople(desk, (people) => people.pairings.begin());
    case 'pairWords':
      return (await desk.session?.people())?.pairings.words();
    case 'pairConfirm':
      return withPeople(desk, (people) => people.pairings.confirm());
    case 'pairStop':
      return (await desk.session?.people())?.pairings.stop();
    case 'nameTrustees':
      return withPeople(desk, (people) => people.trust.name(ask.trustees, ask.words));
    case 'openReturn':
      return withPeople(desk, (people) => people.returns.open(ask.member));
    case 'lookBack':
      return withPeople(desk, (people) => people.returns.look(ask));
    case 'agreeBack':
      return withPeople(desk, (people) => people.returns.agree(ask));
    case 'askBack':
      return (await joining()).answerAskBack(desk, ask.fragment, ask.words);
    case 'askIn':
      return (await joining()).answerAskIn(desk, ask.fragment, ask.name, ask.words);
    case 'pairHere':
      return (await joining()).answerPairHere(desk, ask.code, ask.words);
    case 'prepareToJoin':
      await Promise.all([joining(), loadSixWords(), loadSlowHash()]);
      return null;
    case 'goOnJoining':
      return (await joining()).answerGoOn(desk);
    case 'stopJoining':
      return (await joining()).answerStopJoining(desk);
    case 'kitFromAfar':
      return (await joining()).answerKitFromAfar(desk, ask.kit, ask.server, ask.words);
    case 'lock':
      return desk.lock(ask.quiet);
    case 'createRecoveryKit':
      return answerKit(desk, ask.language, ask.words);
    case 'hasRecoveryKit':
      return answerHasKit(desk);
    case 'revokeRecoveryKit':
      return answerRevokeKit(desk, ask.words);
    case 'changeWords':
      return answerChangeWords(desk, ask.old, ask.words);
    case 'backup':
      return (await backups()).answerBackup(desk, ask.to, ask.words, ask);
    case 'restoreByKit':
      return (await backups()).answerRestoreByKit(desk, ask.bytes, ask.kit, ask.words);
  }
}
