/** The organizations the story names; those that people leave ticked become records of Partners. */
import { folded, type KeptStory, lineOf, partnersFromStory, undoOf } from '@alongside/practice';
import { plural, t } from '@lingui/core/macro';
import { Plural, Trans } from '@lingui/react/macro';
import { useState } from 'react';
import { Button } from '../../../ui/Button.tsx';
import { Checkbox } from '../../../ui/Choices.tsx';
import { LineLink } from '../../../ui/LineLink.tsx';
import { useReadersOfNew } from '../../../ui/ReadersOfNew.tsx';
import { Row, Rows } from '../../../ui/Rows.tsx';
import { useUndo } from '../../../ui/Undo.tsx';
import { useTable, useWorkspace } from '../../../ui/workspace.tsx';

export function PartnersPart({ story }: { readonly story: KeptStory }) {
  const workspace = useWorkspace();
  const { audience, readers } = useReadersOfNew();
  const offerUndo = useUndo();
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set());
  const known = useTable('partners').flatMap(({ name }) =>
    typeof name === 'string' ? [{ name }] : [],
  );
  const named = story.pieces.filter((piece) => piece.kind === 'partner');
  if (named.length === 0) return null;
  const there = new Set(known.map((partner) => folded(partner.name)));
  const unknown = named.filter((piece) => !there.has(folded(piece.text)));
  const chosen = unknown.filter(({ id }) => !left.has(id));
  const missing = chosen.length;
  const tick = (id: string, ticked: boolean) => {
    setLeft((now) => new Set(ticked ? [...now].filter((one) => one !== id) : [...now, id]));
  };
  const add = () => {
    const ids = new Set(chosen.map(({ id }) => id));
    const changes = partnersFromStory(story, known, workspace.newId, ids);
    const back = undoOf(changes, workspace.tables.get);
    workspace.commit(changes, audience);
    const said = plural(missing, {
      one: 'One organization was written down',
      other: '# organizations were written down',
    });
    offerUndo(said, () => workspace.commit(back, audience));
  };
  return (
    <section className="practice-part">
      <h2>
        <Trans>The organizations it names</Trans>
      </h2>
      <Rows>
        {named.map((piece) => {
          const words = (
            <span className="practice-words" lang={story.document.language} dir="auto">
              {piece.text}
            </span>
          );
          const known = there.has(folded(piece.text));
          return (
            <Row key={piece.id}>
              {known ? (
                <p>{words}</p>
              ) : (
                <Checkbox
                  isSelected={!left.has(piece.id)}
                  onChange={(ticked) => tick(piece.id, ticked)}
                >
                  {words}
                </Checkbox>
              )}
              <p className="quiet">
                <LineLink from={{ story: story.id, piece: piece.id, line: lineOf(piece) }} />
                {known && ` · ${t`already with our partners`}`}
              </p>
            </Row>
          );
        })}
      </Rows>
      {unknown.length > 0 ? (
        <>
          {missing > 0 ? (
            <Button onPress={add}>
              <Plural
                value={missing}
                one="Write it down with our partners"
                other="Write # down with our partners"
              />
            </Button>
          ) : (
            <p>
              <Trans>None is ticked: none is written down.</Trans>
            </p>
          )}
          {readers}
        </>
      ) : (
        <p>
          <Trans>All of them are with our partners.</Trans>
        </p>
      )}
    </section>
  );
}
