/**
 * The way in for requests about streams, on Node's own request and response. Whatever goes wrong here on
 * our side is answered as that and counted; nothing of it is written anywhere.
 */
import type { IncomingMessage, ServerResponse } from 'node:http';
import { alreadySent, send } from '../answers.ts';
import { problem } from '../problems.ts';
import type { Profile, Relay } from '../relay.ts';

/** Where streams are, in every address. */
export const streamsPath = '/v1/stream/';

/** Answers one request whose path begins with `streamsPath`. */
export async function handleStreams(
  relay: Relay,
  profile: Profile,
  incoming: IncomingMessage,
  outgoing: ServerResponse,
): Promise<void> {
  const url = incoming.url as string;
  const mark = url.indexOf('?');
  const name = url.slice(streamsPath.length, mark < 0 ? undefined : mark);
  const search = mark < 0 ? '' : url.slice(mark + 1);
  try {
    const answered = await profile(relay, { incoming, outgoing, name, search });
    if (answered === alreadySent) return;
    relay.counts.answered(answered.status);
    send(outgoing, answered);
  } catch {
    relay.counts.answered(500);
    if (outgoing.headersSent) outgoing.destroy();
    else send(outgoing, problem('Failed'));
  }
}
