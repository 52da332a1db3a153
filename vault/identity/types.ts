/**
 * Keys as the vault holds them. Secrets are WebCrypto handles that cannot be exported; raw bytes
 * exist only while a key is made, wrapped for somebody or put into local storage.
 */

import type { CircleId } from '../types.ts';

/** Fills with unpredictable bytes; tests pass a seeded one. */
export type Random = (length: number) => Uint8Array<ArrayBuffer>;
/** Milliseconds since 1970; tests pass a clock that moves when told. */
export type Clock = () => number;

/** The public half of a device, as the chain lists it. `kemAlg` 1 is X25519. */
export interface DeviceCard {
  readonly sign: Uint8Array;
  readonly kemAlg: 1;
  readonly kem: Uint8Array;
}

/** A device's keys in use. Neither private key can be exported. */
export interface DeviceKeys {
  readonly card: DeviceCard;
  readonly sign: CryptoKey;
  readonly kem: CryptoKeyPair;
}

/** What a device's keys are made from: two 32-byte seeds. Exists while keys are made or wrapped. */
export interface DeviceSeeds {
  readonly sign: Uint8Array<ArrayBuffer>;
  readonly kem: Uint8Array<ArrayBuffer>;
}

/** A 32-byte key of an epoch or a circle, as an HKDF handle, and the commitment that names it. */
export interface Secret {
  readonly key: CryptoKey;
  readonly commit: Uint8Array;
}

/** A circle's key of one generation, with the KEM key pair that derives from it. */
export interface CircleSecret extends Secret {
  readonly kem: CryptoKeyPair;
  readonly kemPub: Uint8Array;
}

/** Raw keys, for a device's welcome and for local storage. */
export interface RawKeys {
  readonly epochs: readonly { readonly epoch: number; readonly raw: Uint8Array<ArrayBuffer> }[];
  readonly circles: readonly {
    readonly circle: CircleId;
    readonly generation: number;
    readonly raw: Uint8Array<ArrayBuffer>;
  }[];
}

/** Keys that are to be destroyed: old epochs', and of circles the generations before those named. */
export interface KeysToForget {
  readonly epochsBefore: number;
  readonly circles: readonly { readonly circle: CircleId; readonly before: number }[];
}

/**
 * The keys that one device holds for one workspace. Local storage implements it (wrapping what is
 * kept before the promise resolves); `createKeyring` is the form in memory.
 */
export interface Keyring {
  readonly device: DeviceKeys;
  epoch(epoch: number): Secret | undefined;
  circle(circle: CircleId, generation: number): CircleSecret | undefined;
  keepEpoch(epoch: number, raw: Uint8Array<ArrayBuffer>): Promise<Secret>;
  keepCircle(
    circle: CircleId,
    generation: number,
    raw: Uint8Array<ArrayBuffer>,
  ): Promise<CircleSecret>;
  /** Destroys keys for good, here. What was sealed with them can be read no more. */
  forget(keys: KeysToForget): Promise<void>;
  /**
   * The newest epoch's key, those of `also` as far as they are held, and every circle key, raw: to
   * hand to a person's new device.
   */
  reveal(also?: readonly number[]): Promise<RawKeys>;
}
