/** Excerpts that were shared, each with who can read it; its writer can take it back. */
import type { Excerpt } from '@alongside/practice';
import { t } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import { Button } from '../../ui/Button.tsx';
import { useSayDay } from '../../ui/days.ts';
import { ownWords } from '../../ui/OwnWords.tsx';
import { Row, Rows } from '../../ui/Rows.tsx';
import { useUndo } from '../../ui/Undo.tsx';
import { WhoCanReadThis } from '../../ui/WhoCanRead.tsx';
import { useWorkspace } from '../../ui/workspace.tsx';
import { useSharing } from './useExcerpts.ts';

export function Excerpts({
  title,
  excerpts,
}: {
  readonly title: ReactNode;
  readonly excerpts: readonly Excerpt[];
}) {
  const { tables, me } = useWorkspace();
  const { takeBack } = useSharing();
  const offerUndo = useUndo();
  const sayDay = useSayDay();
  if (excerpts.length === 0) return null;
  return (
    <>
      <h2>{title}</h2>
      <Rows>
        {excerpts.map((excerpt) => (
          <Row key={excerpt.id}>
            <blockquote className="excerpt" {...ownWords(excerpt.text)}>
              {excerpt.text}
            </blockquote>
            {excerpt.sharedOn && <p className="quiet">{sayDay(excerpt.sharedOn)}</p>}
            <WhoCanReadThis table="excerpts" record={excerpt.id} />
            {tables.writtenBy('excerpts', excerpt.id, 'text')?.member === me && (
              <Button
                kind="quiet"
                onPress={() =>
                  offerUndo(t`Taken back. Whoever has read it has read it.`, takeBack(excerpt))
                }
              >
                <Trans>Take it back</Trans>
              </Button>
            )}
          </Row>
        ))}
      </Rows>
    </>
  );
}
