/** Two people over an evil relay, and how to wait for what they come to, by conditions and counts. */
import type { Company, Person } from '../../vault/testing/people.ts';
import type { EvilServer } from './over-http.ts';

export function write({ workspace }: Person, title: string): string {
  const id = workspace.newId();
  workspace.commit([{ table: 'asks', record: id, field: 'title', value: title }], 'everyone');
  return id;
}

export const titleOf = ({ workspace }: Person, id: string): unknown =>
  workspace.tables.get('asks', id)?.title;
export const safetyOf = ({ workspace }: Person) => workspace.safety.get();
export const togetherOf = ({ workspace }: Person) => workspace.together.get();

/** How often somebody waited, and how often the relay was asked, while so many requests came. */
export async function requestsAndWaits(
  evil: EvilServer,
  company: Company,
  requests: number,
): Promise<{ readonly requests: number; readonly waits: number }> {
  const waits = () => company.people.reduce((sum, { network }) => sum + network.waited.length, 0);
  const [asked, waited] = [evil.seen.length, waits()];
  for (const { workspace } of company.people) workspace.together.tryNow();
  await company.until(() => {
    company.clock.pass(1000);
    return evil.seen.length - asked >= requests;
  });
  return { requests: evil.seen.length - asked, waits: waits() - waited };
}
