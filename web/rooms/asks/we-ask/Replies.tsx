/** What organizations answered. Nobody has checked who wrote it: that is said. */
import type { KeptReply } from '@alongside/practice';
import { t } from '@lingui/core/macro';
import { useLingui } from '@lingui/react';
import { Trans } from '@lingui/react/macro';
import { OwnWords, ownWords } from '../../../ui/OwnWords.tsx';
import { Row, Rows } from '../../../ui/Rows.tsx';
import { answerWords } from '../ask-words.ts';

export function Replies({ replies }: { readonly replies: readonly KeptReply[] }) {
  const { _ } = useLingui();
  if (replies.length === 0) return null;
  return (
    <section className="stack">
      <h2>
        <Trans>Answers</Trans>
      </h2>
      <p className="quiet">
        <Trans>
          Anyone with the link can answer under any name. Ask back by the way you know them.
        </Trans>
      </p>
      <Rows label={t`Answers`}>
        {replies.map((reply) => (
          <Row key={reply.id}>
            <h3>
              {reply.from === '' ? <Trans>Not named</Trans> : <OwnWords>{reply.from}</OwnWords>}
              {' · '}
              {reply.answer && _(answerWords[reply.answer])}
            </h3>
            {reply.bring !== '' && <p {...ownWords(reply.bring)}>{reply.bring}</p>}
            {reply.note !== '' && (
              <p className="quiet" {...ownWords(reply.note)}>
                {reply.note}
              </p>
            )}
          </Row>
        ))}
      </Rows>
    </section>
  );
}
