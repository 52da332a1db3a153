/** A page that can run every frozen vector. */
import { runVectors, type VectorResult } from '../../../vault/vectors/run.ts';

declare global {
  interface Window {
    runVectors: () => Promise<readonly VectorResult[]>;
  }
}

window.runVectors = runVectors;
