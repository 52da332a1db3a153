/**
 * The page's half: asks the worker, and builds the workspace that rooms see. The worker is started
 * when first needed and ended by each lock, so that no key outlives one.
 */
import { joinUpdates } from '../../fold/text/join-updates.ts';
import type { PassingChanges } from '../../passing/passing-workspace.ts';
import type { Door } from '../door.ts';
import type { JoiningTurn, JoinRefusal } from '../joining-types.ts';
import type { Ask, BackupContent, Opened, ToPage, ToWorker } from '../messages.ts';
import type { FourWords } from '../people-types.ts';
import type {
  BackupFacts,
  BackupRefusal,
  KeepOptions,
  KeepRefusal,
  KeptPlace,
  KeptWorkspace,
  RestoreRefusal,
  StorageRefusal,
  UnlockRefusal,
  Vault,
} from '../types.ts';
import { contentOfBackup } from './content-of-backup.ts';
import { createKeptWorkspace, type KeptHalf } from './kept-workspace.ts';
import { untilFound } from './together.ts';

export interface PageContext {
  /** Starts a worker half and gives the door to it. */
  readonly start: () => Door;
  /** That many unpredictable bytes. */
  readonly random: (length: number) => Uint8Array<ArrayBuffer>;
  /** Milliseconds since 1970. */
  readonly now: () => number;
}

type Refused = { readonly type: string };
/** How it went on: `soon` where the worker has waited already, and is to look again at once. */
type WentOn = { readonly type: string; readonly soon?: boolean };

export function connectVault(context: PageContext): Vault {
  let line: Line | undefined;

  function connected(): Line {
    line ??= createLine(context, () => {
      line = undefined;
    });
    return line;
  }

  /** Asks for something that opens a workspace, and gives it or the refusal. */
  async function open<Refusal extends Refused>(ask: Ask): Promise<KeptWorkspace | Refusal> {
    const here = connected();
    const answer = (await here.ask(ask)) as Refusal | Refused;
    const { half } = here;
    if (answer.type === 'Opened' && half) return half.workspace;
    here.end();
    return answer as Refusal;
  }

  /** Asks to be let in, then looks until somebody has said yes or no, or nobody waits any more. */
  function comeIn(ask: Ask, signal: AbortSignal): JoiningTurn<KeptWorkspace | JoinRefusal> {
    const here = connected();
    const begun = here.ask(ask) as Promise<
      { readonly type: 'Asked'; readonly words: FourWords } | JoinRefusal
    >;
    const done = begun.then(async (asked) => {
      if (asked.type !== 'Asked') {
        here.end();
        return asked;
      }
      const stop = () => here.send({ type: 'stop waiting' });
      signal.addEventListener('abort', stop, { once: true });
      const outcome = await untilFound(signal, async () => {
        for (;;) {
          const now = (await here.ask({ do: 'goOnJoining' })) as WentOn;
          if (now.type !== 'Waiting') return now;
          if (!now.soon || signal.aborted) return null;
        }
      });
      signal.removeEventListener('abort', stop);
      if (outcome?.type === 'Opened' && here.half) return here.half.workspace;
      if (outcome === null) await here.ask({ do: 'stopJoining' });
      here.end();
      return (outcome ?? { type: 'Stopped' }) as JoinRefusal;
    });
    return {
      fourWords: begun.then((asked) => (asked.type === 'Asked' ? asked.words : null)),
      done,
    };
  }

  return {
    async list() {
      return (await connected().ask({ do: 'list' })) as readonly KeptPlace[] | StorageRefusal;
    },
    keep: ({ words, passing }: KeepOptions) =>
      open<KeepRefusal>({
        do: 'keep',
        words,
        passing: passing
          ? {
              onlyMe: circleOf(passing.onlyMe),
              coreTeam: circleOf(passing.coreTeam),
              changes: passing.changes().map(carried),
            }
          : null,
      }),
    unlock: ({ words, place }) =>
      open<UnlockRefusal>({ do: 'unlock', words, place: place ?? null }),
    join: (place) => open<UnlockRefusal | { readonly type: 'NoOtherTab' }>({ do: 'join', place }),
    restoreFromKit: ({ kit, words, place }) =>
      open<RestoreRefusal>({ do: 'restoreFromKit', kit, words, place: place ?? null }),
    async verifyBackup(bytes, opener) {
      const answer = await connected().ask({ do: 'openBackup', bytes, opener });
      return factsOf(answer as BackupContent | BackupRefusal);
    },
    async restoreFromBackup({ bytes, opener, words }) {
      const answer = (await connected().ask({ do: 'openBackup', bytes, opener })) as
        | BackupContent
        | BackupRefusal;
      if ('type' in answer) return answer;
      if ('kit' in opener && answer.listsKit) {
        return open<RestoreRefusal>({ do: 'restoreByKit', bytes, kit: opener.kit, words });
      }
      if (answer.facts.older) return { type: 'BackupOlder' };
      const content = contentOfBackup(answer, context);
      if (!content) return { type: 'BackupAltered' };
      const passing = { ...content, changes: content.changes.map(carried) };
      return open<RestoreRefusal>({ do: 'keep', words, passing });
    },
    async prepareToJoin() {
      await connected().ask({ do: 'prepareToJoin' });
    },
    joinByInvitation({ fragment, name, words, signal }) {
      return comeIn({ do: 'askIn', fragment, name, words }, signal);
    },
    comeBackByLink: ({ fragment, words, signal }) =>
      comeIn({ do: 'askBack', fragment, words }, signal),
    pairHere: ({ code, words, signal }) => comeIn({ do: 'pairHere', code, words }, signal),
    async comeBackByKit(options) {
      return open<JoinRefusal>({ do: 'kitFromAfar', ...options });
    },
    async erase(place) {
      return (
        ((await connected().ask({ do: 'erase', place })) as StorageRefusal | null) ?? undefined
      );
    },
    close: () => line?.end(),
  };
}

/** Bytes of a text's update that travel in one entry with room to spare. */
const ROOM = 150_000;
/** Below this an update has fewer pieces than an entry may bring. */
const SHORT = 16_000;

/** A whole long text does not fit in one entry: it travels as several updates, in order. */
function carried({ audience, ops }: PassingChanges): PassingChanges {
  const fitting = ops.flatMap((op) =>
    'update' in op && op.update.length > SHORT
      ? joinUpdates([op.update], ROOM).map((update) => ({ ...op, update }))
      : [op],
  );
  return { audience, ops: fitting };
}

function factsOf(answer: BackupContent | BackupRefusal): BackupFacts | BackupRefusal {
  return 'type' in answer ? answer : answer.facts;
}

function circleOf(audience: KeptWorkspace['onlyMe']): string {
  return audience === 'everyone' ? '' : audience.circle;
}

/** A line to one worker half: questions with their answers, and the workspace it has open. */
export interface Line {
  ask(ask: Ask): Promise<unknown>;
  send(message: ToWorker, transfer?: Transferable[]): void;
  end(): void;
  readonly half: KeptHalf | undefined;
}

function createLine(context: PageContext, ended: () => void): Line {
  const door = context.start();
  const waiting = new Map<number, PromiseWithResolvers<unknown>>();
  let half: KeptHalf | undefined;
  let asked = 0;
  const line: Line = {
    get half() {
      return half;
    },
    ask(ask) {
      asked += 1;
      const id = asked;
      const answer = Promise.withResolvers<unknown>();
      waiting.set(id, answer);
      door.postMessage({ type: 'ask', id, ask } satisfies ToWorker, []);
      return answer.promise;
    },
    send: (message, transfer = []) => door.postMessage(message, transfer),
    end() {
      door.terminate?.();
      ended();
      for (const { resolve } of waiting.values()) resolve({ type: 'StorageLost' });
      waiting.clear();
    },
  };
  door.addEventListener('message', ({ data }) => {
    const message = data as ToPage;
    if (message.type === 'answer') {
      waiting.get(message.id)?.resolve(message.answer);
      waiting.delete(message.id);
    } else if (message.type === 'failed') {
      waiting.get(message.id)?.reject(new Error(message.message));
      waiting.delete(message.id);
    } else if (message.type === 'opened') half = begin(message.opened);
    else half?.heard(message);
  });
  const begin = (opened: Opened) => createKeptWorkspace(opened, line, context);
  return line;
}
