/** Reads one document in a thread of its own, gives back a reading or a refusal, and ends. */
import { parentPort, workerData } from 'node:worker_threads';
import { readDocument } from '@alongside/press';
import type { ToRead } from './read-away.ts';

const { bytes, name } = workerData as ToRead;
parentPort?.postMessage(await readDocument(bytes, { name }));
