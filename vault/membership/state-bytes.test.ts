import fc from 'fast-check';
import { expect, test } from 'vitest';
import { bytesToPlain, type Plain } from '../envelope/cbor-read.ts';
import { plainToBytes } from '../envelope/cbor-write.ts';
import { anyPlain, withAnother } from '../testing/any-plain.ts';
import { anyOp, cast } from '../testing/cast.ts';
import { bytesToState, stateToBytes } from './state-bytes.ts';

const { amina, ruth } = await cast('amina', 'ruth');
ruth.replica.write('everyone', [{ seen: 0, ops: [anyOp('Stand with us')] }]);
await ruth.replica.send();
await amina.replica.catchUp();
const whole = stateToBytes(amina.replica.state);
const plain = bytesToPlain(whole) as Plain;

test('a state comes back from its bytes as it was', () => {
  expect(bytesToState(whole)).toEqual(amina.replica.state);
});

test('whatever stands in the place of any part of a state, it is a state or it is none', () => {
  const at = fc.array(fc.nat(40), { maxLength: 5 });
  fc.assert(
    fc.property(at, anyPlain, (path, other) => {
      const read = bytesToState(plainToBytes(withAnother(plain, path, other)));
      if (read) expect(bytesToState(stateToBytes(read))).toEqual(read);
    }),
    { numRuns: 1000 },
  );
});

test('each part of a state is asked for by its shape', () => {
  const parts = ['essence', 'chain', 'views', 'viewsFrom', 'wires'];
  const { essence } = plain as { readonly essence: { readonly [key: string]: Plain } };
  for (const part of parts) {
    expect(bytesToState(plainToBytes({ ...(plain as object), [part]: 'no' }))).toBeNull();
  }
  for (const part of Object.keys(essence)) {
    const changed = { ...essence, [part]: ['no'] };
    expect(bytesToState(plainToBytes({ ...(plain as object), essence: changed }))).toBeNull();
  }
});

test('bytes that are no state give none', () => {
  fc.assert(
    fc.property(anyPlain, (other) => {
      expect(bytesToState(plainToBytes(other))).toBeNull();
    }),
  );
  expect(bytesToState(new Uint8Array(0))).toBeNull();
});
