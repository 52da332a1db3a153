/**
 * What a visitor's page calls: reads the notice of a link, and sends an answer. It holds nothing, needs
 * no account, and knows the workspace only by what its notice says.
 *
 *   const visit = await openVisit(fragment, context);
 *   if (!('type' in visit)) await visit.answer({ answer: 'yes' });
 */
import type { Plain } from '../envelope/cbor-read.ts';
import type { Writable } from '../envelope/cbor-write.ts';
import type { Clock, Random } from '../identity/types.ts';
import { isRefused } from '../log/children.ts';
import { StreamAway } from '../log/stream-errors.ts';
import { createRelayChildren, streamAt } from '../sync/relay-children.ts';
import type { RelayContext } from '../sync/relay-client.ts';
import { readNotice } from './notice.ts';
import { postReply } from './reply.ts';
import { fragmentToVisitLink, type VisitKind } from './visit-link.ts';
import { visitorKeys } from './visitor-keys.ts';

export interface Visit {
  readonly kind: VisitKind;
  /** What the page says; nothing in it is believed to have a form. */
  readonly says: Plain;
  /**
   * Sends an answer. It is stored on the server when this resolves without a refusal. What was called off or
   * taken back since the page was opened takes none: the notice is read once more.
   */
  answer(says: Writable): Promise<VisitRefusal | undefined>;
}

export type VisitRefusal =
  /** A part of the link was lost, or it is something else. */
  | { readonly type: 'NotALink' }
  /** It is over, or was taken back. */
  | { readonly type: 'NotThere' }
  | { readonly type: 'ServerAway' };

export interface VisitContext extends Omit<RelayContext, 'server'> {
  /** The page's own server. */
  readonly server: string;
  readonly random: Random;
  readonly clock: Clock;
}

export async function openVisit(
  fragment: string,
  context: VisitContext,
): Promise<Visit | VisitRefusal> {
  const link = fragmentToVisitLink(fragment);
  if (link === null) return { type: 'NotALink' };
  const keys = await visitorKeys(link);
  const at = { ...context, server: link.relay || context.server };
  const none = new Uint8Array(0);
  return orAway(async (): Promise<Visit | VisitRefusal> => {
    const stream = await createRelayChildren(at, null).visit({ ...keys.notice, append: none });
    if (isRefused(stream)) {
      return stream.type === 'Away' ? { type: 'ServerAway' } : { type: 'NotThere' };
    }
    const notice = await readNotice(stream, keys);
    if (notice === null || notice.until <= context.clock()) return { type: 'NotThere' };
    return {
      kind: link.kind,
      says: notice.says,
      answer: (says) =>
        orAway(async () => {
          const now = await readNotice(stream, keys);
          if (now === null || now.until <= context.clock()) return { type: 'NotThere' } as const;
          const inbox = streamAt(at, { ...keys.inbox, read: none });
          await postReply(inbox, keys, now, says, context.random);
          return undefined;
        }),
    };
  });
}

async function orAway<T>(
  work: () => Promise<T>,
): Promise<T | { readonly type: 'ServerAway' } | { readonly type: 'NotThere' }> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof StreamAway) return { type: error.isMissing ? 'NotThere' : 'ServerAway' };
    throw error;
  }
}
