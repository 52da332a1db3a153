/** What the links of our public page say, and under which key of the core team what comes is sealed. */
import {
  isPublicPageOpen,
  noticeOfPublicPage,
  type PublicPage,
  publicPageChanges,
  publicPageFields,
  readFields,
} from '@alongside/practice';
import type { KeptWorkspace, TogetherRefusal } from '@alongside/vault/kept';
import { today } from '../../../ui/days.ts';
import { endLink, endOf, isOurLink } from '../our-link.ts';

type Here = Pick<KeptWorkspace, 'tables' | 'together' | 'coreTeam' | 'commit'>;
type Values = Partial<Omit<PublicPage, 'id' | 'needsUpdate' | 'endedOn'>>;

/** The core team's key as it is now. */
export function keyNow({ together }: Pick<Here, 'together'>): number | null {
  return together.get().circles.find(({ kind }) => kind === 'core-team')?.generation ?? null;
}

/** The links that lead to the page, the newest last. */
export function openPages({ tables }: Pick<Here, 'tables'>): readonly PublicPage[] {
  return tables
    .all('publicPages')
    .map((record) => readFields(publicPageFields, record))
    .filter((page) => isPublicPageOpen(page, today()));
}

/**
 * Those that we hand out, and those that somebody made who is not in the core team: planted, or by a person
 * who has gone. They are only there to be ended.
 */
export function whosePages(here: Pick<Here, 'tables' | 'together'>): {
  readonly ours: readonly PublicPage[];
  readonly others: readonly PublicPage[];
} {
  const now = here.together.get();
  const isOurs = ({ id }: PublicPage) => isOurLink(now, here.tables, 'publicPages', id);
  const pages = openPages(here);
  return { ours: pages.filter(isOurs), others: pages.filter((page) => !isOurs(page)) };
}

/** Ends one link. */
export async function endPage(here: Here, page: PublicPage): Promise<TogetherRefusal | undefined> {
  const refusal = await endLink(here.together, page.secret);
  if (refusal) return refusal;
  here.commit(publicPageChanges(page.id, { endedOn: today() }), here.coreTeam);
  return undefined;
}

/** Ends every link of ours. One that could not be told stays as it is, and gives the reason. */
export async function endPages(here: Here): Promise<TogetherRefusal | undefined> {
  let first: TogetherRefusal | undefined;
  for (const page of whosePages(here).ours) {
    const refusal = await endPage(here, page);
    first ??= refusal;
  }
  return first;
}

/**
 * Every link of ours says the changed page from now on; one that could not be told stays as it is, and gives
 * the reason. One that leads nowhere any more is over: nothing can be said there, and nothing comes by it.
 */
export async function sayPage(here: Here, values: Values): Promise<TogetherRefusal | undefined> {
  let first: TogetherRefusal | undefined;
  for (const page of whosePages(here).ours) {
    const refusal = await sayBy(here, page, values);
    first ??= refusal;
  }
  return first;
}

async function sayBy(
  here: Here,
  page: PublicPage,
  values: Values,
): Promise<TogetherRefusal | undefined> {
  if (!page.secret || page.until === null) return undefined;
  const sealedUnder = keyNow(here);
  const says = noticeOfPublicPage({ ...page, ...values });
  const refusal = await here.together.intakes.say(page.secret, says, endOf(page.until));
  const isOver = refusal?.type === 'InvitationExpired';
  if (refusal && !isOver) return refusal;
  const said = isOver ? { endedOn: today() } : { ...values, sealedUnder };
  here.commit(publicPageChanges(page.id, said), here.coreTeam);
  return undefined;
}

/** Links, each with a key of the core team, that would not say anything else: this device tries once. */
const unsaid = new Set<string>();

/**
 * After somebody came to the core team or went: what is asked from now on is sealed to the key that only
 * those have who are in it now.
 */
export async function sealUnderNewKeys(here: Here): Promise<void> {
  const { server, circles } = here.together.get();
  const team = circles.find(({ kind }) => kind === 'core-team');
  if (server.type !== 'Reached' || !team?.readable || team.owed) return;
  for (const page of whosePages(here).ours) {
    const attempt = `${page.id} ${team.generation}`;
    if (page.sealedUnder === team.generation || unsaid.has(attempt)) continue;
    const refusal = await sayBy(here, page, {});
    if (refusal?.type === 'NotNow') unsaid.add(attempt);
  }
}
