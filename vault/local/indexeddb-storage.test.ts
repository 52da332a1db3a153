import 'fake-indexeddb/auto';
import { openDB } from 'idb';
import { expect, test } from 'vitest';
import { openIndexedDb } from './indexeddb-storage.ts';
import { keepsTheContract } from './storage.contract.ts';
import type { Storage } from './storage.ts';

let made = 0;
const names = new Map<Storage, string>();

async function open(name: string): Promise<Storage> {
  const storage = await openIndexedDb(name);
  if ('type' in storage) throw new Error(storage.type);
  names.set(storage, name);
  return storage;
}

keepsTheContract(
  'IndexedDB',
  () => open(`contract-${made++}`),
  async (storage) => {
    await storage.close();
    return open(names.get(storage) as string);
  },
);

/** Hands out every connection that is made, so that a test can end it as a browser does. */
function watchConnections(): IDBDatabase[] {
  const connections: IDBDatabase[] = [];
  const transaction = IDBDatabase.prototype.transaction;
  IDBDatabase.prototype.transaction = function (this: IDBDatabase, ...args) {
    if (!connections.includes(this)) connections.push(this);
    return transaction.apply(this, args);
  };
  return connections;
}

test('R19: a connection that died is opened again and the operation repeated once', async () => {
  const storage = await open('r19');
  const connections = watchConnections();
  await storage.write([{ put: 'a', bytes: Uint8Array.of(1) }]);
  for (const connection of connections) connection.close();
  expect(await storage.get('a')).toEqual(Uint8Array.of(1));
  for (const connection of connections) connection.close();
  expect(await storage.write([{ put: 'b', bytes: Uint8Array.of(2) }])).toBeUndefined();
  expect(await storage.keys('')).toEqual(['a', 'b']);
});

test('R19: a storage that cannot be reopened refuses writes, and says so', async () => {
  const storage = await open('r19-gone');
  await storage.close();
  expect(await storage.write([{ put: 'a', bytes: Uint8Array.of(1) }])).toEqual({
    type: 'StorageLost',
  });
  await expect(storage.get('a')).rejects.toThrow('closed');
});

test('R22: a database of a newer shape is refused, not touched', async () => {
  const newer = await openDB('r22-newer', 7, { upgrade: (db) => void db.createObjectStore('x') });
  newer.close();
  expect(await openIndexedDb('r22-newer')).toEqual({ type: 'NewerVersion' });
});

test('R19: another tab that upgrades is let through, and the next use goes on', async () => {
  const storage = await open('r19-upgrade');
  await storage.write([{ put: 'a', bytes: Uint8Array.of(1) }]);
  const upgraded = await openDB('r19-upgrade', 2);
  expect(upgraded.version).toBe(2);
  upgraded.close();
  expect(await storage.write([{ put: 'b', bytes: Uint8Array.of(1) }])).toEqual({
    type: 'StorageLost',
  });
});
