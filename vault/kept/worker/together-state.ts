/** Who is here and what they hold, as the chain says, in the plain form that pages show. */
import { coreTeamCircle, onlyMeCircle, stewardsCircle } from '../../circles/well-known.ts';
import type { Keyring } from '../../identity/types.ts';
import type { Left } from '../../local/rest/server-record.ts';
import type { Replica } from '../../log/types.ts';
import { kindOf as kindOfDevice } from '../../membership/questions/recovery-devices.ts';
import { needsNoWords } from '../../membership/questions/what-is-owed.ts';
import type { Circle, State } from '../../membership/state.ts';
import { confirmedBy } from '../../sync/confirmations.ts';
import type {
  CircleState,
  DeviceState,
  GivenState,
  JoinRequest,
  Person,
  ServerState,
  TogetherAlarm,
  TogetherState,
} from '../people-types.ts';
import { devicesSince } from './chain-events.ts';
import { keepsEverything } from './keep-everything.ts';
import { movingOf } from './moves/who-followed.ts';

const DAY = 86_400_000;

export interface TogetherParts {
  readonly server: ServerState;
  readonly alarms: readonly TogetherAlarm[];
  readonly waiting: number;
  /** The number of the first device that was not known when this was opened. */
  readonly firstUnread: number;
  /** What a move left behind. */
  readonly left: readonly Left[];
  readonly given: GivenState | null;
  readonly now: number;
  readonly requests: readonly JoinRequest[];
  /** Until when the invitations of this device last, by id. */
  readonly lasts: ReadonlyMap<string, number>;
}

export function togetherState(
  { state, keys, device, member }: Replica,
  { server, alarms, waiting, now, requests, lasts, left, given, firstUnread }: TogetherParts,
): TogetherState {
  const { membership } = state;
  const circles = [...membership.circles.values()];
  const since = devicesSince(state);
  return {
    me: member,
    device,
    role: membership.members.get(member)?.role ?? 'guest',
    server,
    people: [...membership.members.values()].map((one) => ({
      ...personOf(state, one.id, circles),
      devices: devicesOf(state, one.id, { device, since, now, firstUnread }),
    })),
    circles: circles.map((circle) => circleOf(state, circle, member, keys)),
    invitations: [...membership.invites.values()].map(({ id, role, open }) => ({
      id,
      role,
      open,
      expires: lasts.get(id) ?? 0,
    })),
    requests,
    keepEverything: keepsEverything(state),
    moving: movingOf(state, device, left),
    rotationOwed: membership.rotationOwed,
    confirmed: confirmedBy(state, member, now),
    given,
    alarms,
    waiting,
    // They are records: the page's half fills them in.
    waysBack: [],
    removed: membership.devices[device]?.active !== true,
  };
}

function personOf(
  { membership }: State,
  id: string,
  circles: readonly Circle[],
): Omit<Person, 'devices'> {
  const member = membership.members.get(id);
  return {
    id,
    role: member?.role ?? 'guest',
    active: member?.active === true,
    circles: circles.filter(({ members }) => members.includes(id)).map((circle) => circle.id),
  };
}

function devicesOf(
  { membership }: State,
  id: string,
  {
    device,
    since,
    now,
    firstUnread,
  }: Pick<TogetherParts, 'now' | 'firstUnread'> & {
    readonly device: number;
    readonly since: ReturnType<typeof devicesSince>;
  },
): readonly DeviceState[] {
  return membership.devices
    .filter((one) => one.member === id)
    .map(({ number, active, trustees }) => {
      const listed = since.get(number);
      return {
        number,
        active,
        isThis: number === device,
        kind: kindOfDevice({ trustees }),
        trustees,
        since: listed?.at ?? null,
        // A clock that is off makes no device new for longer; and one that was set back for it hides none.
        isNew: listed?.added === true && (number >= firstUnread || Math.abs(now - listed.at) < DAY),
      };
    });
}

function circleOf(state: State, circle: Circle, me: string, keys: Keyring): CircleState {
  const { id, members, owed, generation } = circle;
  const readable = keys.circle(id, generation) !== undefined;
  const waitsForWords = owed && !needsNoWords(state.membership, circle);
  return { id, kind: kindOf(state, id, me), members, generation, owed, waitsForWords, readable };
}

function kindOf({ workspace, membership }: State, id: string, me: string): CircleState['kind'] {
  if (id === coreTeamCircle(workspace)) return 'core-team';
  if (id === stewardsCircle(workspace)) return 'stewards';
  const ofOne = [me, ...membership.members.keys()].some(
    (one) => onlyMeCircle(workspace, one) === id,
  );
  return ofOne ? 'only-me' : 'named';
}
