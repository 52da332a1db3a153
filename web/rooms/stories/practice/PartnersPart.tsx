/** The organizations the story names, to become records of Partners. */
import { folded, type KeptStory, lineOf, partnersFromStory, undoOf } from '@alongside/practice';
import { plural, t } from '@lingui/core/macro';
import { Plural, Trans } from '@lingui/react/macro';
import { Button } from '../../../ui/Button.tsx';
import { LineLink } from '../../../ui/LineLink.tsx';
import { Row, Rows } from '../../../ui/Rows.tsx';
import { useUndo } from '../../../ui/Undo.tsx';
import { WhoCanRead } from '../../../ui/WhoCanRead.tsx';
import { useTable, useWorkspace } from '../../../ui/workspace.tsx';

export function PartnersPart({ story }: { readonly story: KeptStory }) {
  const workspace = useWorkspace();
  const offerUndo = useUndo();
  const known = useTable('partners').flatMap(({ name }) =>
    typeof name === 'string' ? [{ name }] : [],
  );
  const named = story.pieces.filter((piece) => piece.kind === 'partner');
  if (named.length === 0) return null;
  const there = new Set(known.map((partner) => folded(partner.name)));
  const missing = named.filter((piece) => !there.has(folded(piece.text))).length;
  const add = () => {
    const changes = partnersFromStory(story, known, workspace.newId);
    const back = undoOf(changes, workspace.tables.get);
    workspace.commit(changes, workspace.coreTeam);
    const said = plural(missing, {
      one: 'One organization was written down',
      other: '# organizations were written down',
    });
    offerUndo(said, () => workspace.commit(back, workspace.coreTeam));
  };
  return (
    <section className="practice-part">
      <h2>
        <Trans>The organizations it names</Trans>
      </h2>
      <Rows>
        {named.map((piece) => (
          <Row key={piece.id}>
            <p className="practice-words" lang={story.document.language} dir="auto">
              {piece.text}
            </p>
            <p className="quiet">
              <LineLink from={{ story: story.id, piece: piece.id, line: lineOf(piece) }} />
              {there.has(folded(piece.text)) && ` · ${t`already with our partners`}`}
            </p>
          </Row>
        ))}
      </Rows>
      {missing > 0 ? (
        <>
          <Button onPress={add}>
            <Plural
              value={missing}
              one="Write it down with our partners"
              other="Write # down with our partners"
            />
          </Button>
          <WhoCanRead audience={workspace.coreTeam} />
        </>
      ) : (
        <p>
          <Trans>All of them are with our partners.</Trans>
        </p>
      )}
    </section>
  );
}
