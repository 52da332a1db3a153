/**
 * What a person decides about histories and moves: that this device's history goes on, that the one a
 * steward chose is taken, that nobody is waited for; and the end of what a move left behind.
 */
import type { Carried } from '../../../checkpoint/carried.ts';
import type { Replica } from '../../../log/types.ts';
import { mayErase } from '../../../membership/questions/may-erase.ts';
import { isSteward } from '../../../membership/questions/stewards.ts';
import { reachedToRest } from '../../../sync/mirrored-stream.ts';
import type { Serving } from '../serving.ts';
import type { Session, SessionContext } from '../session-types.ts';
import type { Snapshots } from '../snapshots.ts';
import type { ForPage } from '../to-page.ts';

export interface Histories extends Pick<Session, 'skipToEnd' | 'adoptHistory' | 'deleteLeft'> {
  /** Deletes what a move left behind where nobody needs it any more, or `anyway`. True where it is gone. */
  settleLeft(anyway?: boolean): Promise<boolean>;
}

export interface HistoriesParts {
  readonly context: SessionContext;
  readonly replica: Replica;
  readonly carried: Carried;
  readonly snapshots: Snapshots;
  readonly page: ForPage;
  readonly serving: () => Serving;
  /** This tab's turn, while no other tab works on the place. */
  readonly inPlace: <T>(work: () => Promise<T>) => Promise<T>;
}

export function createHistories(parts: HistoriesParts): Histories {
  const { context, replica, carried, snapshots, page, serving, inPlace } = parts;
  const { resting } = context;
  const { storage } = resting;

  /** What was left behind is deleted on the server, and its keys here, once nobody needs it any more. */
  async function settleLeft(anyway = false): Promise<boolean> {
    const at = serving().served;
    if (!at || (at.record.left ?? []).length === 0) return false;
    const { forgetLeft } = await import('./forget-left.ts');
    page.handOn();
    const record = await forgetLeft({ context, replica, carried, snapshots, anyway }, at.record);
    if (record) at.record = record;
    return record !== undefined;
  }

  return {
    settleLeft,
    async skipToEnd() {
      if (!isSteward(replica.state, replica.device)) return { type: 'NotASteward' };
      if (!mayErase(replica.state)) return { type: 'KeepEverythingHolds' };
      return inPlace(async () => {
        const at = serving().served;
        if (!at) return { type: 'NotNow' };
        const end = await at.relay.tail();
        const { alarms } = serving();
        for (const alarm of alarms?.list() ?? []) {
          if (alarm.type === 'Fork' || alarm.type === 'ServerLostData') alarms?.settle(alarm);
        }
        const settled = alarms ? [await alarms.toRest()] : [];
        const refused = await storage.write([await reachedToRest(resting, end), ...settled]);
        return refused ? { type: 'NotNow' } : undefined;
      });
    },
    async adoptHistory() {
      const refused = await inPlace(async () => {
        const { served } = serving();
        if (!served) return { type: 'NotNow' } as const;
        const { adoptHistory } = await import('./adopt-history.ts');
        return adoptHistory({ context, replica, served });
      });
      if (refused) return refused;
      // This tab and the others hold the history that was left.
      context.say({ type: 'locked' });
      context.leftBehind();
      return null;
    },
    async deleteLeft() {
      if (!isSteward(replica.state, replica.device)) return false;
      const isGone = await inPlace(() => settleLeft(true));
      page.tell();
      return isGone;
    },
  };
}
