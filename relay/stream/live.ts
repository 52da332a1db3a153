/**
 * Live readers. Those of one stream stand together at its tail; what is appended is encoded once and the
 * same bytes are handed to all of them. A stream without live readers costs nothing, and nothing here
 * grows with a stream's length.
 *
 * After a swap of tokens everyone who was let in before it is sent away at once, without what came with
 * the swap: whoever may still read that asks again.
 */
import type { Limits } from '../access/limits.ts';
import type { Counts } from '../counts.ts';
import {
  isTrouble,
  type News,
  type NoStream,
  type Position,
  type Store,
  type StreamState,
  type WriteTrouble,
} from '../store/store.ts';
import { bodyOf, type Control, eventsOf } from './encoding.ts';
import { offsetOf } from './offsets.ts';

/** What was appended, for all who wait. */
export interface Fresh {
  readonly to: Position;
  readonly state: StreamState;
  readonly upToDate: boolean;
  /** The body of an answer with it. */
  body(): Uint8Array<ArrayBuffer>;
  /** The events with it; the same bytes for all who ask with the same cursor. */
  events(cursor: string): Uint8Array<ArrayBuffer>;
}

export interface Reader {
  take(fresh: Fresh): void;
  /** Called once; nothing is handed to the reader after it. */
  end(why: 'Gone' | 'TokensChanged' | 'Stopping'): void;
}

/** The tail of one stream, where its live readers stand. */
export interface Tail {
  /** The stream as far as it was handed out. */
  state(): StreamState;
  /** Lets a reader wait here if it stands at the tail and was let in with this generation. */
  add(reader: Reader, position: Position, generation: number): Promise<boolean>;
  /** Must be called once by whoever entered, whether it was added or not. */
  leave(reader?: Reader): void;
}

export interface Live {
  /** Goes to the tail of a stream. */
  enter(id: string): Promise<Tail | NoStream | WriteTrouble | { readonly type: 'TooMany' }>;
  /** Ends all readers; whoever enters later is ended when it is added. */
  stop(): void;
}

const untilNextLook = 500;

interface Meeting {
  readonly id: string;
  readonly readers: Set<Reader>;
  begun: Promise<StreamState | NoStream | WriteTrouble>;
  state: StreamState | undefined;
  entered: number;
  unlisten: () => void;
  looking: Promise<void> | undefined;
  lookAgain: boolean;
}

export function createLive(store: Store, limits: Limits, counts: Pick<Counts, 'add'>): Live {
  const meetings = new Map<string, Meeting>();
  let inside = 0;
  let stopped = false;

  return {
    async enter(id) {
      const here = meetings.get(id)?.entered ?? 0;
      if (inside >= limits.readers || here >= limits.readersOfAStream) return { type: 'TooMany' };
      const meeting = meetings.get(id) ?? meet(id);
      count(meeting, 1);
      const begun = await meeting.begun;
      if ('type' in begun) {
        leave(meeting);
        return begun;
      }
      return tailOf(meeting);
    },
    stop() {
      stopped = true;
      for (const meeting of meetings.values()) endAll(meeting, 'Stopping');
    },
  };

  function meet(id: string): Meeting {
    const meeting: Meeting = {
      id,
      readers: new Set(),
      begun: Promise.resolve({ type: 'NoStream' }),
      state: undefined,
      entered: 0,
      unlisten: () => {},
      looking: undefined,
      lookAgain: false,
    };
    meeting.begun = begin(meeting);
    meetings.set(id, meeting);
    return meeting;
  }

  /** Listens first and looks then, so that nothing falls between. */
  async function begin(meeting: Meeting): Promise<StreamState | NoStream | WriteTrouble> {
    meeting.unlisten = await store.listen(meeting.id, (news) => hear(meeting, news));
    const state = await store.find(meeting.id);
    if (isTrouble(state) || 'type' in state) return state;
    meeting.state = state;
    if (meeting.lookAgain) look(meeting);
    return state;
  }

  function count(meeting: Meeting, by: number): void {
    meeting.entered += by;
    inside += by;
    counts.add('live_readers', by);
  }

  function leave(meeting: Meeting, reader?: Reader): void {
    if (reader) meeting.readers.delete(reader);
    count(meeting, -1);
    if (meeting.entered > 0) return;
    if (meetings.get(meeting.id) === meeting) meetings.delete(meeting.id);
    meeting.begun.then(() => meeting.unlisten());
  }

  function tailOf(meeting: Meeting): Tail {
    return {
      state: () => meeting.state as StreamState,
      async add(reader, position, generation) {
        if (position > (meeting.state as StreamState).tail) await look(meeting);
        const state = meeting.state as StreamState;
        if (position !== state.tail || generation !== state.generation) return false;
        meeting.readers.add(reader);
        if (stopped) endAll(meeting, 'Stopping');
        return true;
      },
      leave: (reader) => leave(meeting, reader),
    };
  }

  function hear(meeting: Meeting, news: News): void {
    const { state } = meeting;
    if (!state) meeting.lookAgain = true;
    else if (news.state === null) gone(meeting);
    else if (
      news.state &&
      news.appended?.from === state.tail &&
      news.state.generation === state.generation
    ) {
      handOut(meeting, news.appended.blocks, news.state);
    } else look(meeting);
  }

  /** Brings a meeting up to where the stream is, reading what it was not handed. */
  function look(meeting: Meeting): Promise<void> {
    meeting.lookAgain = true;
    meeting.looking ??= lookWhileNeeded(meeting).finally(() => {
      meeting.looking = undefined;
    });
    return meeting.looking;
  }

  async function lookWhileNeeded(meeting: Meeting): Promise<void> {
    while (meeting.lookAgain && meeting.entered > 0) {
      meeting.lookAgain = false;
      await lookOnce(meeting);
    }
  }

  async function lookOnce(meeting: Meeting): Promise<void> {
    const now = await store.find(meeting.id);
    if (isTrouble(now)) {
      lookLater(meeting, now);
      return;
    }
    if ('type' in now) return gone(meeting);
    const before = meeting.state as StreamState;
    if (now.generation !== before.generation) {
      meeting.state = now;
      endAll(meeting, 'TokensChanged');
      return;
    }
    if (now.tail <= before.tail) {
      if (now.closed && !before.closed) handOut(meeting, [], now);
      return;
    }
    const read = await store.read(meeting.id, {
      from: before.tail,
      maxBytes: limits.answerBytes,
      generation: now.generation,
    });
    if (read.type === 'NoStream') return gone(meeting);
    if (read.type === 'TokensChanged') meeting.lookAgain = true;
    if (read.type === 'StoreAway') lookLater(meeting, read);
    if (read.type !== 'Read') return;
    if (meeting.state?.tail !== before.tail) {
      meeting.lookAgain = true;
      return;
    }
    handOut(meeting, read.blocks, { ...read.state, tail: read.end }, read.state.tail);
    if (read.end < read.state.tail) meeting.lookAgain = true;
  }

  /** Whoever waits is not to miss what came while the database was away. */
  function lookLater(meeting: Meeting, { type }: WriteTrouble): void {
    if (type === 'StoreAway') setTimeout(() => look(meeting), untilNextLook).unref();
  }

  /** `state` is the stream with these blocks at its end; `tail` where it really ends. */
  function handOut(
    meeting: Meeting,
    blocks: readonly Uint8Array[],
    state: StreamState,
    tail: Position = state.tail,
  ): void {
    meeting.state = state;
    const fresh = freshOf(blocks, state, tail);
    for (const reader of [...meeting.readers]) reader.take(fresh);
  }

  function gone(meeting: Meeting): void {
    meetings.delete(meeting.id);
    endAll(meeting, 'Gone');
  }

  function endAll(meeting: Meeting, why: 'Gone' | 'TokensChanged' | 'Stopping'): void {
    const ended = [...meeting.readers];
    meeting.readers.clear();
    for (const reader of ended) reader.end(why);
  }
}

function freshOf(blocks: readonly Uint8Array[], state: StreamState, tail: Position): Fresh {
  const { contentType } = state;
  let body: Uint8Array<ArrayBuffer> | undefined;
  const events = new Map<string, Uint8Array<ArrayBuffer>>();
  const upToDate = state.tail === tail;
  return {
    to: state.tail,
    state,
    upToDate,
    body: () => (body ??= bodyOf(contentType, blocks)),
    events(cursor) {
      const known = events.get(cursor);
      if (known) return known;
      const made = eventsOf(contentType, blocks, controlOf(state.tail, upToDate, state, cursor));
      events.set(cursor, made);
      return made;
    },
  };
}

/** What a control event says at a place. */
export function controlOf(
  at: Position,
  upToDate: boolean,
  state: StreamState,
  cursor: string,
): Control {
  const streamNextOffset = offsetOf(at);
  if (state.closed && upToDate) return { streamNextOffset, upToDate: true, streamClosed: true };
  return { streamNextOffset, streamCursor: cursor, ...(upToDate && { upToDate: true }) };
}
