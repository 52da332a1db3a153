/**
 * What a person should hear of, kept until somebody settles it: another past than this device's, a
 * device whose keys are used twice, a wrong key, a server that lost something. Never a verdict: work
 * goes on, only changes to who is here wait.
 */
import { bytesToPlain, type Plain } from '../envelope/cbor-read.ts';
import { plainToBytes } from '../envelope/cbor-write.ts';
import type { TogetherAlarm } from '../kept/people-types.ts';
import type { Resting } from '../local/rest/keys-at-rest.ts';
import { openRecord, sealRecord } from '../local/root.ts';
import type { Write } from '../local/storage.ts';
import type { Delivered } from '../log/types.ts';
import type { State } from '../membership/state.ts';

export interface Alarms {
  list(): readonly TogetherAlarm[];
  add(alarm: TogetherAlarm): void;
  /** Something was settled or added since it was last written down. */
  readonly isNew: boolean;
  settle(alarm: TogetherAlarm): void;
  toRest(): Promise<Write>;
}

export async function openAlarms({ storage, keys, local, random }: Resting): Promise<Alarms> {
  const sealed = await storage.get(keys.alarms);
  const bytes = sealed && (await openRecord(local.data, keys.alarms, sealed));
  let alarms = read(bytes ? bytesToPlain(bytes) : undefined);
  let isNew = false;
  return {
    list: () => alarms,
    get isNew() {
      return isNew;
    },
    add(alarm) {
      const before = alarms.find((one) => isSame(one, alarm));
      const next = before === undefined ? alarm : merged(before, alarm);
      if (JSON.stringify(before) === JSON.stringify(next)) return;
      alarms = [...alarms.filter((one) => one !== before), next];
      isNew = true;
    },
    settle(alarm) {
      alarms = alarms.filter((one) => !isSame(one, alarm));
      isNew = true;
    },
    async toRest() {
      isNew = false;
      const plain = plainToBytes(alarms.map((alarm) => ({ ...alarm })));
      return { put: keys.alarms, bytes: await sealRecord(local.data, keys.alarms, plain, random) };
    },
  };
}

/** What a person should hear of something that was read; null where there is nothing. */
export function alarmOf(delivered: Delivered, { membership }: State): TogetherAlarm | null {
  if (delivered.type === 'WrongKey') {
    const { position, by, circle } = delivered;
    return { type: 'WrongKey', position, device: by, circle };
  }
  if (delivered.type !== 'Alarm') return null;
  const { type, position, device } = delivered.alarm;
  if (type === 'Clone') return { type, position, device };
  const member = membership.devices[device]?.member;
  return { type, position, members: member === undefined ? [] : [member] };
}

/** One fork is told once, however many see it; anything else by where it was. */
function isSame(a: TogetherAlarm, b: TogetherAlarm): boolean {
  if (a.type !== b.type) return false;
  if (a.type === 'Fork' || a.type === 'ServerLostData') return true;
  return 'position' in b && a.position === b.position;
}

function merged(before: TogetherAlarm, alarm: TogetherAlarm): TogetherAlarm {
  if (before.type !== 'Fork' || alarm.type !== 'Fork') return alarm;
  const members = [...new Set([...before.members, ...alarm.members])];
  return { ...before, members };
}

function read(plain: Plain | undefined): readonly TogetherAlarm[] {
  return Array.isArray(plain) ? (plain as unknown as readonly TogetherAlarm[]) : [];
}
