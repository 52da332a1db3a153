/**
 * The lobbies of this device's open invitations: who asks there, looked for once, or for as long as a page
 * shows it. The newest invitation is waited at, so that who asks by it is seen at once; those before it are
 * looked into every few seconds. So a device is one reader more at its server, however many it invited.
 */
import { bytesToText } from '../../../envelope/bytes.ts';
import {
  type Approval,
  type Invitation,
  requestWords,
  standingOf,
  watchInvitation,
  whoAskedIn,
} from '../../../joining/invitation.ts';
import type { LobbyWatch } from '../../../joining/lobby.ts';
import { isRefused } from '../../../log/children.ts';
import { createTurns } from '../../../log/turns.ts';
import type { FourWords, JoinRequest } from '../../people-types.ts';
import { readInvitations } from './kept-invitations.ts';
import type { PeopleParts } from './parts.ts';

export interface Asking {
  readonly approval: Approval;
  readonly shown: JoinRequest;
}

export interface Lobbies {
  /** Who asks and was not answered yet, as far as this device has looked. */
  readonly asking: readonly Asking[];
  /** Until when the invitations of this device last, by id. */
  readonly lasts: ReadonlyMap<string, number>;
  look(): Promise<void>;
  /** Looks again and again, until the signal fires. */
  watch(signal: AbortSignal): Promise<void>;
  /** There is one invitation more: whoever watches waits at that one. */
  invited(invitations: readonly Invitation[]): void;
  decline(id: string): void;
}

/** Milliseconds between two looks where nobody is waited for, or nobody may wait. */
const LOOKS = 3_000;
/** A wait that is over sooner than this was none. */
const LEAST_WAIT = 5_000;

interface Waiting {
  readonly at: string;
  readonly stop: AbortController;
  readonly over: Promise<void>;
  isOver: boolean;
}

export function createLobbies({ context, children, publisher, tell }: PeopleParts): Lobbies {
  const { resting, clock, network } = context;
  const { state } = publisher.replica;
  const inTurn = createTurns();
  const watches = new Map<string, Promise<LobbyWatch>>();
  const words = new Map<string, Promise<FourWords>>();
  const declined = new Set<string>();
  let asked: readonly Asking[] = [];
  let lasts: ReadonlyMap<string, number> = new Map();
  let open: readonly Invitation[] = [];
  let wake = new AbortController();

  const isAsking = ({ approval, shown: { id } }: Asking) =>
    !declined.has(id) && standingOf(approval, state, clock).type === 'Asking';

  function take(kept: readonly Invitation[]) {
    lasts = new Map(kept.map(({ id, until }) => [id, until]));
    open = kept.filter(
      ({ id, until }) => until > clock() && state.membership.invites.get(id)?.open === true,
    );
  }

  function watchOf(invitation: Invitation): Promise<LobbyWatch> {
    const watch = watches.get(invitation.id) ?? watchInvitation(invitation, children);
    watches.set(invitation.id, watch);
    return watch;
  }

  async function requestsOf(invitation: Invitation): Promise<readonly Asking[]> {
    const messages = await (await watchOf(invitation)).look();
    if (isRefused(messages)) {
      const before = asked.filter(({ approval }) => approval.invitation.id === invitation.id);
      return messages.type === 'Away' ? before : [];
    }
    const found = await whoAskedIn(messages, invitation, state.workspace);
    const shown = found.map(async (request): Promise<Asking> => {
      const id = requestId(request);
      const { name } = request;
      const about = { id, invitation: invitation.id, name, role: invitation.role, member: null };
      return {
        approval: { invitation, request },
        shown: { ...about, words: await wordsOf(id, { invitation, request }) },
      };
    });
    return Promise.all(shown);
  }

  /** They take a moment: made once. */
  function wordsOf(id: string, { invitation, request }: Approval): Promise<FourWords> {
    const made = words.get(id) ?? requestWords(invitation, state.workspace, request);
    words.set(id, made);
    return made;
  }

  async function look(): Promise<void> {
    take(await readInvitations(resting));
    asked = (await Promise.all(open.map(requestsOf))).flat();
    tell();
  }

  /** Waits for news at one lobby. A server that lets nobody wait is not asked in a loop. */
  function waitAt(invitation: Invitation, signal: AbortSignal): Waiting {
    const stop = new AbortController();
    const until = AbortSignal.any([signal, stop.signal]);
    const wait = async () => {
      const began = clock();
      const found = await (await watchOf(invitation)).news(until);
      if (!found && clock() - began < LEAST_WAIT) await network.wait(LOOKS, until);
    };
    const waiting: Waiting = {
      at: invitation.id,
      stop,
      isOver: false,
      over: wait().finally(() => {
        waiting.isOver = true;
      }),
    };
    return waiting;
  }

  return {
    get asking() {
      return asked.filter(isAsking);
    },
    get lasts() {
      return lasts;
    },
    look: () => inTurn(look),
    async watch(signal) {
      let waiting: Waiting | undefined;
      while (!signal.aborted) {
        wake = new AbortController();
        const ends = new AbortController();
        const round = AbortSignal.any([signal, wake.signal, ends.signal]);
        await inTurn(look);
        const newest = open.at(-1);
        if (waiting && (waiting.isOver || waiting.at !== newest?.id)) {
          waiting.stop.abort();
          waiting = undefined;
        }
        if (newest) waiting ??= waitAt(newest, signal);
        const others = open.length === 1 ? ended(round) : network.wait(LOOKS, round);
        await Promise.race(waiting ? [waiting.over, others] : [others]);
        ends.abort();
      }
    },
    invited(invitations) {
      take(invitations);
      wake.abort();
      tell();
    },
    decline: (id) => void declined.add(id),
  };
}

function ended(signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) resolve();
    else signal.addEventListener('abort', () => resolve(), { once: true });
  });
}

/** How a request is known again: by its device's signing key. */
export function requestId({ card }: { readonly card: { readonly sign: Uint8Array } }): string {
  return bytesToText(card.sign);
}
