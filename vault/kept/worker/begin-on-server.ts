/**
 * A workspace that was alone begins to be served: its stream is made on the server, under the tokens of
 * its epoch, and what is written from now on goes there. What was written before stays here: whoever
 * joins begins with a checkpoint. Where the answer was lost the same call goes on.
 */
import { textToBytes } from '../../envelope/bytes.ts';
import type { KeyringAtRest, Resting } from '../../local/rest/keys-at-rest.ts';
import { serverToRest } from '../../local/rest/server-record.ts';
import type { Replica } from '../../log/types.ts';
import { reachedToRest } from '../../sync/mirrored-stream.ts';
import type { Network } from '../../sync/network.ts';
import { RelayTrouble } from '../../sync/relay-client.ts';
import { createRelayStream, type RelayStream } from '../../sync/relay-stream.ts';
import { serverAddress } from '../../sync/server-address.ts';
import type { TogetherRefusal } from '../together-types.ts';
import { relayKeys } from './served.ts';

export interface BeginOnServer {
  readonly resting: Resting;
  readonly keyring: KeyringAtRest;
  readonly replica: Replica;
  readonly network: Network;
}

export async function beginOnServer(
  { resting, keyring, replica, network }: BeginOnServer,
  typed: string,
  voucherText: string,
): Promise<TogetherRefusal | undefined> {
  const server = serverAddress(typed);
  const voucher = textToBytes(voucherText);
  if (server === null || voucher?.length !== 32) return { type: 'ServerRefused' };
  const keys = relayKeys(replica.state, keyring);
  if (keys.stewards().length === 0) return { type: 'NotASteward' };
  const relay = createRelayStream({ ...network, server }, replica.state.stream, keys);
  const begin = await makeOrFind(relay, voucher);
  if (typeof begin !== 'string') return begin;
  const refusal = await resting.storage.write([
    ...(await serverToRest(resting, { server, since: Number(replica.offset) })),
    await reachedToRest(resting, begin),
  ]);
  return refusal ? { type: 'NotNow' } : undefined;
}

/** Where the stream begins for this device, or why there is none. */
async function makeOrFind(
  relay: RelayStream,
  voucher: Uint8Array,
): Promise<string | TogetherRefusal> {
  try {
    return await relay.create(voucher);
  } catch (error) {
    if (!(error instanceof RelayTrouble)) throw error;
    if (error.because === 'full') return { type: 'VoucherUsedUp' };
    if (error.because !== 'nothing-here') {
      return { type: error.isCertain ? 'ServerRefused' : 'ServerAway' };
    }
  }
  // Made before, under older tokens, and the answer was lost: ours, if it knows a key of ours.
  return relay.tail().catch((): TogetherRefusal => ({ type: 'ServerRefused' }));
}
