/** *Put into practice*: what a story leads to, each with its link back to the line it came from. */
import { storyOf } from '@alongside/practice';
import { Trans } from '@lingui/react/macro';
import { Button } from '../../../ui/Button.tsx';
import { TextLink } from '../../../ui/Link.tsx';
import { Page } from '../../../ui/Page.tsx';
import { WhoCanReadThis } from '../../../ui/WhoCanRead.tsx';
import { useParam } from '../../../ui/where.ts';
import { useRecord, useWhere } from '../../../ui/workspace.tsx';
import { NoSuchStory } from '../NoSuchStory.tsx';
import { useTalkAboutIt } from '../useTalkAboutIt.ts';
import { PartnersPart } from './PartnersPart.tsx';
import { QuestionsPart } from './QuestionsPart.tsx';
import { TiesPart } from './TiesPart.tsx';
import './PracticePage.css';

export default function PracticePage() {
  const record = useRecord('stories', useParam('story'));
  if (!record) return <NoSuchStory />;
  return <Practice story={storyOf(record)} />;
}

function Practice({ story }: { readonly story: ReturnType<typeof storyOf> }) {
  const talk = useTalkAboutIt(story);
  const plans = useWhere('discussionPlans', 'story', story.id);
  return (
    <Page
      above={
        <TextLink to={`/stories/${story.id}`}>
          <Trans>Back to the story</Trans>
        </TextLink>
      }
      title={<Trans>What this story can lead to.</Trans>}
      readers={<WhoCanReadThis table="stories" record={story.id} />}
    >
      <section className="practice-part">
        <h2>
          <Trans>An hour of talking about it</Trans>
        </h2>
        <p>
          <Trans>
            A plan for one evening, from the one-hour guide: its takeaways as themes, its questions
            as prompts. Every part can be changed.
          </Trans>
        </p>
        <Button kind="filled" onPress={talk}>
          {plans.length > 0 ? <Trans>Open the plan</Trans> : <Trans>Make the plan</Trans>}
        </Button>
      </section>
      <QuestionsPart story={story} />
      <PartnersPart story={story} />
      <TiesPart story={story} />
    </Page>
  );
}
