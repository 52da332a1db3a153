/** The vault's half in a worker: keys, storage and the chain live here, away from the page's thread. */
import '@alongside/vault/kept/worker';
