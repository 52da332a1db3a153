import { createMemoryStorage } from './memory-storage.ts';
import { keepsTheContract } from './storage.contract.ts';

keepsTheContract(
  'memory',
  async () => createMemoryStorage(),
  async (storage) => storage,
);
