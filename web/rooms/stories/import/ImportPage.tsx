/**
 * Bringing in a story: choose, drop or paste it; see what was found beside the original; say whose
 * it is; keep it. Until the last step nothing is written anywhere.
 */
import { keepStory, type Piece, type Reading, type Whose } from '@alongside/practice';
import { Trans } from '@lingui/react/macro';
import { useEffect, useRef, useState } from 'react';
import { Button } from '../../../ui/Button.tsx';
import { Page } from '../../../ui/Page.tsx';
import { WhoCanRead } from '../../../ui/WhoCanRead.tsx';
import { useGo } from '../../../ui/where.ts';
import { useWorkspace } from '../../../ui/workspace.tsx';
import { Check } from '../check/Check.tsx';
import type { ToRead } from '../reading-worker.ts';
import { WhoseStory } from '../WhoseStory.tsx';
import { ChooseDocument } from './ChooseDocument.tsx';
import { type NotRead, readAway } from './read-in-worker.ts';

type Stage =
  | { readonly at: 'choose'; readonly refusal?: NotRead }
  | { readonly at: 'reading' }
  | { readonly at: 'check'; readonly reading: Reading; readonly name: string | null }
  | {
      readonly at: 'whose';
      readonly reading: Reading;
      readonly name: string | null;
      readonly pieces: readonly Piece[];
    };

export default function ImportPage() {
  const [stage, setStage] = useState<Stage>({ at: 'choose' });
  const stop = useRef<AbortController>(null);
  useEffect(() => () => stop.current?.abort(), []);

  const read = async (document: ToRead) => {
    const control = new AbortController();
    stop.current = control;
    setStage({ at: 'reading' });
    const result = await readAway(document, control.signal);
    if (control.signal.aborted) return;
    setStage(
      'type' in result
        ? { at: 'choose', refusal: result }
        : { at: 'check', reading: result, name: document.name ?? null },
    );
  };
  const again = () => {
    stop.current?.abort();
    setStage({ at: 'choose' });
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
          reading={stage.reading}
          onKeep={(pieces) => setStage({ ...stage, at: 'whose', pieces })}
          onAnother={again}
        />
      );
    case 'whose':
      return (
        <SayWhose
          {...stage}
          onBack={() => {
            const reading = { ...stage.reading, pieces: stage.pieces };
            setStage({ at: 'check', reading, name: stage.name });
          }}
        />
      );
  }
}

function SayWhose({
  reading,
  name,
  pieces,
  onBack,
}: {
  readonly reading: Reading;
  readonly name: string | null;
  readonly pieces: readonly Piece[];
  readonly onBack: () => void;
}) {
  const workspace = useWorkspace();
  const passing = workspace.kind === 'passing';
  const go = useGo();
  const [whose, setWhose] = useState<Whose>('unsure');
  const keep = () => {
    const id = workspace.newId();
    const kept = { id, document: reading.document, pieces, whose, sourceName: name };
    workspace.commit(keepStory(kept), 'everyone');
    go(`/stories/${id}?kept=now`, { instead: true });
  };
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
          <Button kind="quiet" onPress={onBack}>
            <Trans>Back to the check</Trans>
          </Button>
        </>
      }
    >
      <WhoseStory whose={whose} onChange={setWhose} />
    </Page>
  );
}
