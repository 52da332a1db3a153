import '../../../vault/kept/worker.ts';
