/** An ask of ours: what it says, its link to send, and who has answered what. */
import { t } from '@lingui/core/macro';
import { Plural, Trans } from '@lingui/react/macro';
import { Button } from '../../../ui/Button.tsx';
import { useSayDay } from '../../../ui/days.ts';
import { TextLink } from '../../../ui/Link.tsx';
import { ownWords } from '../../../ui/OwnWords.tsx';
import { Page } from '../../../ui/Page.tsx';
import { useDelete } from '../../../ui/useDelete.ts';
import { WhoCanReadThis } from '../../../ui/WhoCanRead.tsx';
import { useParam } from '../../../ui/where.ts';
import { useAsk } from '../useAsk.ts';
import { AskLink } from './AskLink.tsx';
import { Replies } from './Replies.tsx';
import { useReplies } from './useOurs.ts';

export default function AskOfOursPage() {
  const id = useParam('ask');
  const { ask } = useAsk(id);
  const replies = useReplies(id);
  const sayDay = useSayDay();
  const deleteIt = useDelete();
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
  const by = ask.by && sayDay(ask.by);
  return (
    <Page
      title={
        <Plural
          value={replies.length}
          _0="Nobody has answered yet."
          one="One organization has answered."
          other="# organizations have answered."
        />
      }
      readers={<WhoCanReadThis table="asks" record={id} />}
    >
      <p {...ownWords(ask.what)}>{ask.what}</p>
      {by && (
        <p className="quiet">
          <Trans>We need to hear from them by {by}.</Trans>
        </p>
      )}
      <AskLink ask={ask} />
      <Replies replies={replies} />
      <Button
        kind="quiet"
        onPress={() => deleteIt('asks', ask.id, t`The ask is deleted.`, '/asks')}
      >
        <Trans>Delete</Trans>
      </Button>
    </Page>
  );
}
