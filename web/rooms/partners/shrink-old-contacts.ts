/** Leaves of a contact its month where its day is old enough, as long as the workspace is open. */
import { contactFields, contactsToShrink, readFields } from '@alongside/practice';
import type { KeptWorkspace } from '@alongside/vault/kept';
import { contactDaysKept } from '../../ui/contact-days.ts';
import { today } from '../../ui/days.ts';
import { mayGo } from '../../ui/may-go.ts';

/** Milliseconds between two looks: a day begins while the workspace is open. */
const looks = 3_600_000;

/** Changes that are written at once. */
const mostAtOnce = 500;

/** Works until the function that it gives is called. */
export function shrinkOldContacts(workspace: KeptWorkspace, day: () => string = today): () => void {
  const { tables } = workspace;
  /** Those who can read it, as text: one commit for each. */
  const readers = ({ record }: { readonly record: string }) =>
    JSON.stringify(tables.audienceOf('contacts', record) ?? null);
  const look = () => {
    const keep = contactDaysKept(workspace);
    if (keep === 'undecided' || !mayGo(workspace)) return;
    const all = tables.all('contacts').map((record) => readFields(contactFields, record));
    const changes = contactsToShrink(all, keep, day());
    for (const [audience, some] of Map.groupBy(changes, readers)) {
      if (audience === 'null') continue;
      for (let at = 0; at < some.length; at += mostAtOnce)
        workspace.commit(some.slice(at, at + mostAtOnce), JSON.parse(audience));
    }
  };
  const timer = setInterval(look, looks);
  const stops = [
    workspace.safety.subscribe(look),
    workspace.together.subscribe(look),
    tables.subscribe('space', look),
  ];
  look();
  return () => {
    clearInterval(timer);
    for (const stop of stops) stop();
  };
}
