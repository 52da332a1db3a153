/** Our issues: ties that stories propose, to keep or leave; the ties we keep, as sentences; nodes by kind. */
import { nodeKinds } from '@alongside/practice';
import { useLingui } from '@lingui/react';
import { Plural, Trans } from '@lingui/react/macro';
import { EmptyPage } from '../../ui/EmptyPage.tsx';
import { LinkButton } from '../../ui/Link.tsx';
import { OwnWords, ownWords } from '../../ui/OwnWords.tsx';
import { Page } from '../../ui/Page.tsx';
import { Row, Rows } from '../../ui/Rows.tsx';
import { TieSentence } from '../../ui/TieSentence.tsx';
import { WhoCanRead } from '../../ui/WhoCanRead.tsx';
import { useWorkspace } from '../../ui/workspace.tsx';
import { kindNames } from './issue-words.ts';
import { ProposedTie } from './ProposedTie.tsx';
import { useMap } from './useMap.ts';
import { WhereFrom } from './WhereFrom.tsx';
import './Issues.css';

export default function Issues() {
  const { coreTeam } = useWorkspace();
  const { _ } = useLingui();
  const map = useMap();
  const readers = <WhoCanRead audience={coreTeam} />;
  if (map.kept.length + map.proposed.length + map.nodes.length === 0) {
    return <NoIssues readers={readers} />;
  }
  return (
    <Page
      title={
        map.proposed.length > 0 ? (
          <Plural
            value={map.proposed.length}
            one="A story proposes one tie. Is it ours?"
            other="Stories propose # ties. Which are ours?"
          />
        ) : (
          <Plural
            value={map.kept.length}
            one="One tie says why an issue is ours."
            other="# ties say why these issues are ours."
          />
        )
      }
      readers={readers}
    >
      {map.proposed.length > 0 && (
        <Rows>
          {map.proposed.map((drawn) => (
            <Row key={drawn.tie.id}>
              <ProposedTie drawn={drawn} />
            </Row>
          ))}
        </Rows>
      )}
      {map.kept.length > 0 && (
        <>
          <h2>
            <Trans>Ties we keep</Trans>
          </h2>
          <Rows>
            {map.kept.map((drawn) => (
              <Row key={drawn.tie.id}>
                <p className="tie">
                  <TieSentence {...drawn} />
                </p>
                <p className="quiet" {...ownWords(drawn.tie.why)}>
                  {drawn.tie.why}
                </p>
                <WhereFrom tie={drawn.tie} />
              </Row>
            ))}
          </Rows>
        </>
      )}
      {nodeKinds.map((kind) => {
        const nodes = map.nodes.filter((node) => node.kind === kind);
        return (
          nodes.length > 0 && (
            <section key={kind} className="stack">
              <h2>{_(kindNames[kind])}</h2>
              <ul>
                {nodes.map((node) => (
                  <li key={node.id}>
                    <OwnWords>{node.name}</OwnWords>
                  </li>
                ))}
              </ul>
            </section>
          )
        );
      })}
    </Page>
  );
}

function NoIssues({ readers }: { readonly readers: React.ReactNode }) {
  return (
    <EmptyPage
      title={<Trans>Why is an issue ours?</Trans>}
      readers={readers}
      action={
        <LinkButton to="/stories" kind="filled">
          <Trans>Begin with a story</Trans>
        </LinkButton>
      }
      example={
        <p>
          <Trans>Surveillance reaches our neighbors. The same officers stop our youth.</Trans>
        </p>
      }
    >
      <p>
        <Trans>
          A story says how one community’s issue reaches another. Put a story into practice: its own
          sentences propose ties, and you keep those that are yours.
        </Trans>
      </p>
    </EmptyPage>
  );
}
