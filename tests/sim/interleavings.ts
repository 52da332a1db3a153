/**
 * All orders in which two people can do their acts at once, told apart only where somebody could
 * tell them apart. An act is a look (what the person has read) and a say (what they append): two
 * looks beside each other may change places.
 */

export interface Interleaving {
  /** Whose turn it is at each call: what a scheduler takes. */
  readonly picks: readonly number[];
  readonly name: string;
}

/** A look is one call to the relay; a say is two, since everybody reads back what they appended. */
const CALLS = { look: 1, say: 2 };

/** `whole`: an act at a time; else also looks that are old when their act is said. */
export function interleavings(acts: number, grain: 'whole' | 'looks'): readonly Interleaving[] {
  const found = new Map<string, Interleaving>();
  const steps = grain === 'whole' ? acts : acts * 2;
  for (const order of orders(steps, steps)) {
    const each = grain === 'whole' ? order.flatMap((who) => [who, who]) : order;
    const canon = inCanonicalOrder(each);
    const name = canon.map(({ who, step }) => `${who === 0 ? 'a' : 'b'}${step[0]}`).join(' ');
    const picks = canon.flatMap(({ who, step }) => Array<number>(CALLS[step]).fill(who));
    found.set(name, { picks, name });
  }
  return [...found.values()];
}

interface Step {
  readonly who: number;
  readonly step: 'look' | 'say';
}

/** Every way to shuffle so many steps of the one with so many of the other. */
function* orders(a: number, b: number): Generator<readonly number[]> {
  if (a === 0 && b === 0) yield [];
  if (a > 0) for (const rest of orders(a - 1, b)) yield [0, ...rest];
  if (b > 0) for (const rest of orders(a, b - 1)) yield [1, ...rest];
}

function inCanonicalOrder(order: readonly number[]): readonly Step[] {
  const done = [0, 0];
  const steps = order.map((who): Step => {
    const step = (done[who] ?? 0) % 2 === 0 ? 'look' : 'say';
    done[who] = (done[who] ?? 0) + 1;
    return { who, step };
  });
  for (let moved = true; moved; ) {
    moved = false;
    for (let i = 0; i + 1 < steps.length; i++) {
      const [first, second] = [steps[i], steps[i + 1]];
      if (first?.step !== 'look' || second?.step !== 'look' || first.who <= second.who) continue;
      steps.splice(i, 2, second, first);
      moved = true;
    }
  }
  return steps;
}
