/** For tests: a file system of a few megabytes that can be filled, where the machine lets us mount one. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Runs `test` in a folder on it. False where none can be mounted here. */
export async function withSmallDisk(
  mebibytes: number,
  test: (folder: string) => Promise<void>,
): Promise<boolean> {
  const folder = mkdtempSync(join(tmpdir(), 'alongside-small-disk-'));
  const size = `size=${mebibytes}m`;
  const mounted = spawnSync('mount', ['-t', 'tmpfs', '-o', size, 'tmpfs', folder], {
    stdio: 'ignore',
  });
  if (mounted.status !== 0) {
    rmSync(folder, { recursive: true });
    return false;
  }
  try {
    await test(folder);
    return true;
  } finally {
    spawnSync('umount', ['--lazy', folder], { stdio: 'ignore' });
    rmSync(folder, { recursive: true, force: true });
  }
}
