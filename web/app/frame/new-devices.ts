/** Which devices everybody hears of. */
import type { DeviceState, Person } from '@alongside/vault/kept';

/** Added within a day, still in, and not the one that one holds; a kit or what trustees hold is none. */
export function newDevicesOf({ devices }: Pick<Person, 'devices'>): readonly DeviceState[] {
  return devices.filter(
    ({ isNew, active, isThis, kind }) => isNew && active && !isThis && kind === 'device',
  );
}
