/** Writes the example into a workspace: invented organizations, loaded only when someone looks around. */
import type { PassingWorkspace } from '@alongside/vault';

export async function writeExample(_workspace: PassingWorkspace): Promise<void> {}
