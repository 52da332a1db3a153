/**
 * A client of ours that turns the keys for everybody and gives one device a key that opens nothing. All else
 * is as the rules want it, so nobody else can tell.
 */
import type { Session } from '../../vault/kept/worker/session-types.ts';

export async function turnKeysWithout(session: Session, device: number): Promise<void> {
  const outcome = await session.changeChain(async (replica) => {
    const { devices } = replica.state.membership;
    const [theirs, mine] = [devices[device], devices[replica.device]];
    if (!theirs || !mine) throw new Error('Must hold: both are listed');
    // What is sealed to them is sealed under another's key.
    const before = theirs.kem;
    Object.assign(theirs, { kem: mine.kem });
    const done = await replica.change({ type: 'rotate' });
    const again = replica.state.membership.devices[device];
    if (again) Object.assign(again, { kem: before });
    return done;
  });
  if (outcome?.type !== 'Done') throw new Error(`Must hold: the keys turn, not ${outcome?.type}`);
}
