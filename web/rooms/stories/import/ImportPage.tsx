/**
 * Bringing in a story: choose, drop or paste it; see what was found beside the original; say whose
 * it is; keep it. Until the last step nothing is written anywhere; going to another page and coming
 * back finds it as it was left.
 */
import { Trans } from '@lingui/react/macro';
import { Button } from '../../../ui/Button.tsx';
import { Page } from '../../../ui/Page.tsx';
import { WhoCanRead } from '../../../ui/WhoCanRead.tsx';
import { useGo } from '../../../ui/where.ts';
import { useWorkspace } from '../../../ui/workspace.tsx';
import { Check } from '../check/Check.tsx';
import { startCheck } from '../check/check.ts';
import type { ToRead } from '../reading-worker.ts';
import { WhoseStory } from '../WhoseStory.tsx';
import { ChooseDocument } from './ChooseDocument.tsx';
import { readAway } from './read-away.ts';
import { type Checked, type Stage, useStage } from './unfinished-import.ts';
import { writeStory } from './write-story.ts';

export default function ImportPage() {
  const [stage, to] = useStage();

  const read = async (document: ToRead) => {
    const stop = new AbortController();
    to({ at: 'reading', stop });
    const result = await readAway(document, stop.signal);
    if (stop.signal.aborted) return;
    if ('type' in result) to({ at: 'choose', refusal: result });
    else {
      const name = document.name ?? null;
      to({ at: 'check', reading: result, name, check: startCheck(result), whose: 'unsure' });
    }
  };
  const again = () => {
    if (stage.at === 'reading') stage.stop.abort();
    to({ at: 'choose' });
  };

  switch (stage.at) {
    case 'choose':
      return <ChooseDocument refusal={stage.refusal} onRead={(document) => void read(document)} />;
    case 'reading':
      return (
        <Page
          key="reading"
          title={<Trans>Reading the document.</Trans>}
          action={
            <Button onPress={again}>
              <Trans>Stop</Trans>
            </Button>
          }
        >
          <p role="status">
            <Trans>It is read on this device and sent nowhere.</Trans>
          </p>
        </Page>
      );
    case 'check':
      return (
        <Check
          check={stage.check}
          onCheck={(check) => to({ ...stage, check })}
          onKeep={() => to({ ...stage, at: 'whose' })}
          onAnother={again}
        />
      );
    case 'whose':
      return <SayWhose checked={stage} to={to} />;
  }
}

function SayWhose({
  checked,
  to,
}: {
  readonly checked: Checked;
  readonly to: (stage: Stage) => void;
}) {
  const workspace = useWorkspace();
  const passing = workspace.kind === 'passing';
  const go = useGo();
  const keep = () => go(`/stories/${writeStory(workspace, checked)}?kept=now`, { instead: true });
  return (
    <Page
      key="whose"
      title={
        passing ? (
          <Trans>One thing before you read it.</Trans>
        ) : (
          <Trans>One thing before it is kept.</Trans>
        )
      }
      readers={<WhoCanRead audience="everyone" />}
      action={
        <>
          <Button kind="filled" onPress={keep}>
            {passing ? <Trans>Read the story</Trans> : <Trans>Keep this story</Trans>}
          </Button>
          <Button kind="quiet" onPress={() => to({ ...checked, at: 'check' })}>
            <Trans>Back to the check</Trans>
          </Button>
        </>
      }
    >
      <WhoseStory
        whose={checked.whose}
        onChange={(whose) => to({ ...checked, at: 'whose', whose })}
      />
    </Page>
  );
}
