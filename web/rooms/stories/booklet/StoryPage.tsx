/** One story: the booklet to read, and the ways on from it. */
import { type KeptStory, storyName, storyOf, undoOf, whatFollows } from '@alongside/practice';
import { t } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import { Button } from '../../../ui/Button.tsx';
import { useKeepsEverything } from '../../../ui/KeepingNotice.tsx';
import { LinkButton, TextLink } from '../../../ui/Link.tsx';
import { Page } from '../../../ui/Page.tsx';
import { useUndo } from '../../../ui/Undo.tsx';
import { nothingIsDeleted } from '../../../ui/useDelete.ts';
import { WhoCanReadThis } from '../../../ui/WhoCanRead.tsx';
import { useGo, useParam, useSearchParam } from '../../../ui/where.ts';
import { useRecord, useWorkspace } from '../../../ui/workspace.tsx';
import { NoSuchStory } from '../NoSuchStory.tsx';
import { together } from '../together.ts';
import { useTalkAboutIt } from '../useTalkAboutIt.ts';
import { WhoseLine } from '../WhoseLine.tsx';
import { AfterKeeping } from './AfterKeeping.tsx';
import { Booklet } from './Booklet.tsx';
import './StoryPage.css';

export default function StoryPage() {
  const record = useRecord('stories', useParam('story'));
  const justKept = useSearchParam('kept') === 'now';
  if (!record) return <NoSuchStory />;
  const story = storyOf(record);
  const { narrators, title, series, place } = story.story;
  const { language } = story.document;
  return (
    <div className="booklet-page">
      <Page
        above={series && <bdi lang={language}>{series}</bdi>}
        title={<bdi lang={language}>{title ?? (names(story) || storyName(story))}</bdi>}
        readers={
          <div className="story-byline">
            {narrators.map((narrator) => (
              <p key={narrator.name} lang={language} dir="auto">
                {together([title && narrator.name, narrator.role, narrator.organization], language)}
              </p>
            ))}
            {place && (
              <p lang={language} dir="auto">
                {place}
              </p>
            )}
            <div className="screen-only">
              <WhoCanReadThis table="stories" record={story.id} />
            </div>
            <div className="print-only quiet">
              <WhoseLine whose={story.whose} />
            </div>
          </div>
        }
        aside={<WaysOn story={story} justKept={justKept} />}
      >
        {justKept && <AfterKeeping story={story} />}
        <Booklet story={story} />
      </Page>
    </div>
  );
}

const names = ({ story, document }: KeptStory) =>
  together(
    story.narrators.map((narrator) => narrator.name),
    document.language,
  );

function WaysOn({ story, justKept }: { readonly story: KeptStory; readonly justKept: boolean }) {
  const talk = useTalkAboutIt(story);
  const workspace = useWorkspace();
  const offerUndo = useUndo();
  const go = useGo();
  const keeps = useKeepsEverything();
  const remove = () => {
    if (keeps) {
      offerUndo(nothingIsDeleted());
      return;
    }
    const changes = [{ table: 'stories', record: story.id, field: 'deleted', value: true }];
    const back = undoOf(changes, workspace.tables.get);
    workspace.commit(changes, 'everyone');
    offerUndo(t`The story was taken out`, () => workspace.commit(back, 'everyone'));
    go('/stories', { instead: true });
  };
  return (
    <div className="ways-on screen-only">
      <Button kind={justKept ? 'plain' : 'filled'} onPress={talk}>
        <Trans>Talk about it</Trans>
      </Button>
      <LinkButton to={`/stories/${story.id}/practice`}>
        <Trans>Put into practice</Trans>
      </LinkButton>
      <Button onPress={() => window.print()}>
        <Trans>Print</Trans>
      </Button>
      <p className="quiet">
        <WhoseLine whose={story.whose} />. <WhatFollows story={story} />
      </p>
      <p className="quiet ways-on-links">
        <TextLink to={`/stories/${story.id}/edit`}>
          <Trans>Edit</Trans>
        </TextLink>
        <TextLink to={`/stories/${story.id}/versions`}>
          <Trans>Versions</Trans>
        </TextLink>
        <Button kind="quiet" onPress={remove}>
          <Trans>Take it out</Trans>
        </Button>
      </p>
    </div>
  );
}

function WhatFollows({ story }: { readonly story: KeptStory }) {
  switch (whatFollows(story.whose).canPublish.type) {
    case 'NotOursToPublish':
      return <Trans>It is not ours to publish again.</Trans>;
    case 'AskWhoseFirst':
      return <Trans>Until somebody knows, it is not published.</Trans>;
    case 'AfterConsent':
      return <Trans>Before it is published, each narrator is asked.</Trans>;
  }
}
