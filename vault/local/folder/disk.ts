/**
 * The few things that the folder asks of a disk. Small, so that tests can put a disk in its place
 * that forgets, tears and refuses (`sim-disk.ts`). `node-disk.ts` is the real one.
 */

export interface Disk {
  names(): Promise<readonly string[]>;
  /** Opens for reading and writing; makes an empty file where there is none. */
  open(name: string): Promise<DiskFile>;
  /** Takes the place of `to` at once, if there is one. */
  rename(from: string, to: string): Promise<void>;
  remove(name: string): Promise<void>;
  /** After this, names made, renamed and removed so far survive a loss of power. */
  syncNames(): Promise<void>;
}

export interface DiskFile {
  size(): Promise<number>;
  read(at: number, length: number): Promise<Uint8Array>;
  write(at: number, bytes: Uint8Array): Promise<void>;
  truncate(size: number): Promise<void>;
  /** After this, the bytes written so far survive a loss of power. */
  sync(): Promise<void>;
  close(): Promise<void>;
}

/** No room left on the disk. Any other error of a disk is passed on as it is. */
export class DiskFull extends Error {
  override readonly name = 'DiskFull';
}
