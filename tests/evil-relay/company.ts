/** Two people over an evil relay, and how to wait for what they come to, by conditions and counts. */
import { type Company, type Person, people } from '../../vault/testing/people.ts';
import type { EvilServer } from './over-http.ts';

export interface Watched extends Company {
  readonly amina: Person;
  readonly ruth: Person;
  /** How often anybody has put off asking the relay. */
  waits(): number;
}

/** Amina and Ruth, who have one workspace on this relay, with a count of their pauses. */
export async function aminaAndRuth(evil: EvilServer): Promise<Watched> {
  const company = await people(evil, 'amina', 'ruth');
  let waits = 0;
  for (const person of company.people) {
    const { wait } = person.network;
    const counted: typeof wait = (milliseconds, signal) => {
      waits += 1;
      return wait(milliseconds, signal);
    };
    Object.assign(person.network, { wait: counted });
    await person.reopen();
  }
  return { ...company, waits: () => waits };
}

export const safetyOf = ({ workspace }: Person) => workspace.safety.get();
export const togetherOf = ({ workspace }: Person) => workspace.together.get();

/**
 * Lets time pass until the two have paused so often, and gives how often they asked meanwhile. Whoever
 * asks without end and never pauses is stopped: that is the fault that is looked for.
 */
export async function untilPauses(
  evil: EvilServer,
  company: Watched,
  pauses: number,
): Promise<number> {
  const [asked, waited] = [evil.seen.length, company.waits()];
  for (const { workspace } of company.people) workspace.together.tryNow();
  await company.until(() => {
    if (evil.seen.length - asked > ENDLESS * pauses) throw new Error('Somebody asks without end');
    return company.waits() - waited >= pauses;
  });
  return evil.seen.length - asked;
}

/** Requests between two pauses: a try is a handful, and what has no end is left after some. */
const ENDLESS = 200;
