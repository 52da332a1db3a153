/** An ask of ours: what it says, its link to send, and who has answered what. */
import { openReplies } from '@alongside/practice';
import { Plural, Trans } from '@lingui/react/macro';
import { useEffect } from 'react';
import { Button } from '../../../ui/Button.tsx';
import { today } from '../../../ui/days.ts';
import { TextLink } from '../../../ui/Link.tsx';
import { Page } from '../../../ui/Page.tsx';
import { Refused } from '../../../ui/Refused.tsx';
import { WhoCanReadThis } from '../../../ui/WhoCanRead.tsx';
import { useParam } from '../../../ui/where.ts';
import { useWorkspace } from '../../../ui/workspace.tsx';
import { useAsk } from '../useAsk.ts';
import { useDeleteAsk } from '../useDeleteAsk.ts';
import { AskLink } from './AskLink.tsx';
import { Replies } from './Replies.tsx';
import { useOpenPage, useReplies } from './useOurs.ts';
import { WhatItSays } from './WhatItSays.tsx';

export default function AskOfOursPage() {
  const id = useParam('ask');
  const { ask } = useAsk(id);
  const replies = useReplies(id);
  const page = useOpenPage(id);
  const { deleteAsk, asking } = useDeleteAsk();
  const workspace = useWorkspace();
  // Once they stand here somebody has them: Today stops saying that they came.
  useEffect(() => {
    const opened = openReplies(replies, today());
    if (opened.length > 0) workspace.commit(opened, workspace.coreTeam);
  }, [replies, workspace]);
  if (!ask) {
    return (
      <Page title={<Trans>This ask is not here any more.</Trans>}>
        <p>
          <TextLink to="/asks">
            <Trans>See all asks</Trans>
          </TextLink>
        </p>
      </Page>
    );
  }
  const isSent = page !== undefined || replies.length > 0;
  return (
    <Page
      title={
        isSent ? (
          <Plural
            value={replies.length}
            _0="Nobody has answered yet."
            one="One organization has answered."
            other="# organizations have answered."
          />
        ) : (
          <Trans>Nobody can answer this yet.</Trans>
        )
      }
      readers={<WhoCanReadThis table="asks" record={id} />}
    >
      {/* Once there are answers, they are what one comes for. */}
      <Replies replies={replies} />
      <WhatItSays ask={ask} />
      <AskLink ask={ask} />
      <Button kind="quiet" isDisabled={asking.working} onPress={() => deleteAsk(ask.id)}>
        <Trans>Delete</Trans>
      </Button>
      <Refused refusal={asking.refusal} />
    </Page>
  );
}
