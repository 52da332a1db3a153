/**
 * A workspace that was alone begins to be served: its stream is made on the server, under the tokens of
 * its epoch, and what is written from now on goes there. What was written before stays here: whoever
 * joins begins with a checkpoint. Where the answer was lost the same call goes on.
 */
import { bytesToText, textToBytes } from '../../envelope/bytes.ts';
import { kidFor, readHeader } from '../../envelope/seal.ts';
import type { KeyringAtRest, Resting } from '../../local/rest/keys-at-rest.ts';
import { type Left, serverToRest } from '../../local/rest/server-record.ts';
import type { Replica } from '../../log/types.ts';
import { reachedToRest } from '../../sync/mirrored-stream.ts';
import type { Network } from '../../sync/network.ts';
import { RelayTrouble } from '../../sync/relay-client.ts';
import { relayKeys } from '../../sync/relay-keys.ts';
import { createRelayStream, type RelayStream } from '../../sync/relay-stream.ts';
import { serverAddress } from '../../sync/server-address.ts';
import type { TogetherRefusal } from '../people-types.ts';
import { goneTo } from './moves/follow-move.ts';

export interface BeginOnServer {
  readonly resting: Resting;
  readonly keyring: KeyringAtRest;
  readonly replica: Replica;
  readonly network: Network;
  /** From which message of the log on the server gets what is here. */
  readonly since: number | null;
  /** The server had the stream and lost it: what was read of it before is given back there. */
  readonly again: boolean;
  /** What was left behind before, and is still there. */
  readonly left: readonly Left[];
}

export async function beginOnServer(
  { resting, keyring, replica, network, since, again, left }: BeginOnServer,
  typed: string,
  voucherText: string,
): Promise<TogetherRefusal | undefined> {
  const server = serverAddress(typed);
  const voucher = textToBytes(voucherText);
  if (server === null) return { type: 'NotAServer' };
  if (voucher?.length !== 32) return { type: 'VoucherUsedUp' };
  const keys = relayKeys(replica.state, keyring);
  if (keys.stewards().length === 0) return { type: 'NotASteward' };
  const relay = createRelayStream({ ...network, server }, replica.state.stream, keys);
  const epoch = await epochAt(resting, replica, since ?? 0);
  const begin = await makeOrFind(relay, voucher, epoch);
  if (typeof begin !== 'string') return begin;
  const refusal = await resting.storage.write([
    ...(await serverToRest(resting, { server, since, of: goneTo(replica.state), left })),
    // The place that was reached in a lost stream is not in the new one: so reading finds the loss.
    ...(again ? [] : [await reachedToRest(resting, begin)]),
  ]);
  return refusal ? { type: 'NotNow' } : undefined;
}

/** Where the stream begins for this device, or why there is none. */
export async function makeOrFind(
  relay: RelayStream,
  voucher: Uint8Array,
  epoch: number | undefined,
): Promise<string | TogetherRefusal> {
  try {
    return await relay.create(voucher, epoch);
  } catch (error) {
    if (!(error instanceof RelayTrouble)) throw error;
    if (error.because === 'full') return { type: 'VoucherUsedUp' };
    if (error.because !== 'nothing-here') {
      return { type: error.isCertain ? 'ServerRefused' : 'ServerAway' };
    }
  }
  // Made before, under older tokens, and the answer was lost: ours, if it knows a key of ours.
  // Else it knows neither the stream nor the voucher.
  return relay.tail().catch((error): TogetherRefusal => {
    if (!(error instanceof RelayTrouble)) throw error;
    return { type: error.because === 'nothing-here' ? 'VoucherUsedUp' : 'ServerAway' };
  });
}

/**
 * The epoch of the first message that goes to the server. A stream that is made again begins under its
 * tokens, so that whoever was away since then can walk from rotation to rotation.
 */
async function epochAt(
  { storage, keys }: Resting,
  { state, keys: held }: Replica,
  since: number,
): Promise<number | undefined> {
  const stored = await storage.get(keys.entry(since));
  const kid = stored && readHeader(stored.subarray(32))?.kid;
  for (let epoch = state.epoch; kid && epoch >= 0; epoch--) {
    const secret = held.epoch(epoch);
    if (secret && bytesToText(kidFor(secret.commit, state.stream)) === kid) return epoch;
  }
  return undefined;
}
