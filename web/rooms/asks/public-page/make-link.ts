/** A link of our public page, for a year. */
import {
  noticeOfPublicPage,
  type PublicPage,
  publicPageChanges,
  publicPageEnds,
} from '@alongside/practice';
import type { KeptWorkspace, TogetherRefusal } from '@alongside/vault/kept';
import { today } from '../../../ui/days.ts';
import { lasts } from '../our-link.ts';
import { keyNow } from './say-page.ts';

export async function makeLink(
  workspace: KeptWorkspace,
  says: Pick<PublicPage, 'us' | 'about' | 'instead' | 'pausedOn'>,
): Promise<TogetherRefusal | undefined> {
  const until = publicPageEnds(today());
  const sealedUnder = keyNow(workspace);
  const { intakes } = workspace.together;
  const made = await intakes.open('public', noticeOfPublicPage(says), lasts(until));
  if (made.type !== 'IntakeOpened') return made;
  const { secret, fragment } = made;
  workspace.commit(
    publicPageChanges(workspace.newId(), { ...says, secret, fragment, until, sealedUnder }),
    workspace.coreTeam,
  );
  return undefined;
}
