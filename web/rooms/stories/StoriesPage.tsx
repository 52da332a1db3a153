/** The stories there are, ours and others'. */
import { storyName, storyOf } from '@alongside/practice';
import { Plural, Trans } from '@lingui/react/macro';
import { EmptyPage } from '../../ui/EmptyPage.tsx';
import { LinkButton, TextLink } from '../../ui/Link.tsx';
import { Page } from '../../ui/Page.tsx';
import { usePlans } from '../../ui/plans.tsx';
import { Row, Rows } from '../../ui/Rows.tsx';
import { WhoCanRead } from '../../ui/WhoCanRead.tsx';
import { useTable } from '../../ui/workspace.tsx';
import { WhoseLine } from './WhoseLine.tsx';
import './StoriesPage.css';

export default function StoriesPage() {
  const stories = useTable('stories').map(storyOf);
  const evenings = usePlans().length;
  const bringIn = (
    <LinkButton to="/stories/import" kind="filled">
      <Trans>Bring in a story</Trans>
    </LinkButton>
  );
  if (stories.length === 0) {
    return (
      <EmptyPage
        title={<Trans>A story shows how others stood by each other.</Trans>}
        readers={<WhoCanRead audience="everyone" />}
        action={bringIn}
        example={
          <Trans>
            “We came because they had come for us.” A tenants’ group tells what it learned in three
            winters beside its neighbors.
          </Trans>
        }
      >
        <p>
          <Trans>
            Bring one in from a file or a web page, check it against the original, then read it,
            talk about it and use its questions.
          </Trans>
        </p>
      </EmptyPage>
    );
  }
  return (
    <Page
      title={
        <Plural
          value={stories.length}
          one="One story to read and talk about."
          other="# stories to read and talk about."
        />
      }
      readers={<WhoCanRead audience="everyone" />}
      action={bringIn}
    >
      <Rows>
        {stories.map((story) => (
          <Row key={story.id}>
            <p className="story-row-name" lang={story.document.language} dir="auto">
              <TextLink to={`/stories/${story.id}`}>{storyName(story)}</TextLink>
            </p>
            {story.story.pullQuotes[0] && (
              <p className="story-row-quote" lang={story.document.language} dir="auto">
                {story.story.pullQuotes[0]}
              </p>
            )}
            <p className="quiet">
              <WhoseLine whose={story.whose} />
            </p>
          </Row>
        ))}
      </Rows>
      {evenings > 0 && (
        <p>
          <TextLink to="/discussions">
            <Plural
              value={evenings}
              one="One evening is planned."
              other="# evenings are planned."
            />
          </TextLink>
        </p>
      )}
    </Page>
  );
}
