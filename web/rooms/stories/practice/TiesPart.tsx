/** What the story's own sentences tie together, as proposals for the map of our issues. */
import {
  type KeptStory,
  proposalsFromStory,
  type TieProposal,
  tiesInStory,
  undoOf,
} from '@alongside/practice';
import { t } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import { Button } from '../../../ui/Button.tsx';
import { LineLink } from '../../../ui/LineLink.tsx';
import { useReadersOfNew } from '../../../ui/ReadersOfNew.tsx';
import { Row, Rows } from '../../../ui/Rows.tsx';
import { useUndo } from '../../../ui/Undo.tsx';
import { useTable, useWorkspace } from '../../../ui/workspace.tsx';

export function TiesPart({ story }: { readonly story: KeptStory }) {
  const workspace = useWorkspace();
  const { audience, readers } = useReadersOfNew();
  const offerUndo = useUndo();
  const issues = useTable('issues').map(({ id, name }) => ({
    id,
    name: typeof name === 'string' ? name : '',
  }));
  const ties = useTable('ties').map(({ from, to }) => ({
    from: typeof from === 'string' ? from : null,
    to: typeof to === 'string' ? to : null,
  }));
  const { language } = story.document;
  const found = tiesInStory(story, language);
  if (found.length === 0) return null;
  const changes = proposalsFromStory(story, language, { issues, ties }, workspace.newId);
  const propose = () => {
    const back = undoOf(changes, workspace.tables.get);
    workspace.commit(changes, audience);
    offerUndo(t`Proposed for the map`, () => workspace.commit(back, audience));
  };
  return (
    <section className="practice-part">
      <h2>
        <Trans>What it ties together</Trans>
      </h2>
      <p>
        <Trans>
          Sentences of the story that join an issue to who it reaches, or to who does it. They are
          proposals: in Our issues, people keep them or leave them.
        </Trans>
      </p>
      <Rows>
        {bySentence(found).map((ties) => (
          <Row key={`${ties[0].source.piece} ${ties[0].why}`}>
            <p className="practice-words" lang={language} dir="auto">
              {ties[0].why}
            </p>
            <ul>
              {ties.map((tie) => (
                <li key={`${tie.from.name} ${tie.to.name}`}>
                  <TieWords tie={tie} />
                </li>
              ))}
            </ul>
            <p className="quiet">
              <LineLink from={ties[0].source} />
            </p>
          </Row>
        ))}
      </Rows>
      {changes.length > 0 ? (
        <>
          <Button onPress={propose}>
            <Trans>Propose these for Our issues</Trans>
          </Button>
          {readers}
        </>
      ) : (
        <p>
          <Trans>All of these have been proposed.</Trans>
        </p>
      )}
    </section>
  );
}

function TieWords({ tie }: { readonly tie: TieProposal }) {
  const [from, to] = [tie.from.name, tie.to.name];
  return tie.kind === 'done-by' ? (
    <Trans>
      <bdi>{from}</bdi> is done by <bdi>{to}</bdi>
    </Trans>
  ) : (
    <Trans>
      <bdi>{from}</bdi> reaches this community: <bdi>{to}</bdi>
    </Trans>
  );
}

/** Ties that one sentence speaks of, together. */
function bySentence(ties: readonly TieProposal[]): [TieProposal, ...TieProposal[]][] {
  const groups: [TieProposal, ...TieProposal[]][] = [];
  for (const tie of ties) {
    const last = groups.at(-1);
    if (last && last[0].why === tie.why) last.push(tie);
    else groups.push([tie]);
  }
  return groups;
}
