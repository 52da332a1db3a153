/**
 * How much one request, one stream and one address may ask for. An operator can change them in
 * `serve`; the values here fit one small machine and an organization of a few hundred people.
 */
export interface Limits {
  /** Bytes of a request's body. */
  readonly bodyBytes: number;
  /** Messages of one append. */
  readonly messages: number;
  /** Bytes of one message, decoded. */
  readonly messageBytes: number;
  /** The same where the append carries a swap: a rotation has a wrapped key for every device. */
  readonly swapMessageBytes: number;
  /** About how many bytes one answer has. */
  readonly answerBytes: number;
  /** How long a long-poll waits. */
  readonly longPollMilliseconds: number;
  /** How long an event stream stays open, give or take a tenth. */
  readonly eventStreamMilliseconds: number;
  /** How often an event stream without news says that it is there. */
  readonly keepAliveMilliseconds: number;
  /** A reader that has left more than this unread when there is news is cut. */
  readonly unreadBytes: number;
  /** Live readers of one stream, and of all streams together. */
  readonly readersOfAStream: number;
  readonly readers: number;
  /** How far ahead an expiry may lie. */
  readonly expiryMilliseconds: number;
  /** Appends to one stream. */
  readonly appends: Rate;
  /** Streams that one address makes. */
  readonly creations: Rate;
  /** Appends of one address to streams that are not a workspace's main one: lobbies, sessions. */
  readonly childAppends: Rate;
  /** Manage operations of one address. */
  readonly manages: Rate;
}

/** So many at once, and then so many a second. */
export interface Rate {
  readonly burst: number;
  readonly perSecond: number;
}

const mebibyte = 1024 * 1024;
const second = 1000;
const day = 86_400 * second;

export const usualLimits: Limits = {
  bodyBytes: 2 * mebibyte,
  messages: 1000,
  messageBytes: 256 * 1024,
  swapMessageBytes: mebibyte,
  answerBytes: mebibyte,
  longPollMilliseconds: 25 * second,
  eventStreamMilliseconds: 60 * second,
  keepAliveMilliseconds: 15 * second,
  unreadBytes: 2 * mebibyte,
  readersOfAStream: 2000,
  readers: 10_000,
  expiryMilliseconds: 400 * day,
  appends: { burst: 1200, perSecond: 100 },
  creations: { burst: 60, perSecond: 1 },
  childAppends: { burst: 600, perSecond: 20 },
  manages: { burst: 60, perSecond: 2 },
};
