/**
 * Bringing in contacts or past meetings: choose a file, see what may come in and all that stays out,
 * choose whom, write it down. Until the last step nothing is written anywhere.
 */
import type { FoundMeetings, FoundPeople, Mapping } from '@alongside/practice';
import { t } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import { useEffect, useRef, useState } from 'react';
import { Button } from '../../../ui/Button.tsx';
import { today } from '../../../ui/days.ts';
import { Page } from '../../../ui/Page.tsx';
import { useUndo } from '../../../ui/Undo.tsx';
import { WhoCanRead } from '../../../ui/WhoCanRead.tsx';
import { useGo } from '../../../ui/where.ts';
import { useTable, useWorkspace } from '../../../ui/workspace.tsx';
import { ChooseFile } from './ChooseFile.tsx';
import type { FileToRead, NotRead } from './contacts-worker.ts';
import { MeetingsPreview } from './MeetingsPreview.tsx';
import { PeoplePreview } from './PeoplePreview.tsx';
import { readAway } from './read-away.ts';
import { type Written, writeInGoes } from './write-in-goes.ts';
import '../Partners.css';

type Stage =
  | { readonly at: 'choose'; readonly refusal?: NotRead }
  | { readonly at: 'reading' }
  | { readonly at: 'look'; readonly file: FileToRead; readonly found: FoundPeople | FoundMeetings }
  | { readonly at: 'writing'; readonly written: Written };

export default function ImportContacts() {
  const workspace = useWorkspace();
  const offerUndo = useUndo();
  const go = useGo();
  const zone = useZone();
  const [stage, setStage] = useState<Stage>({ at: 'choose' });
  const stop = useRef<AbortController>(null);
  useEffect(() => () => stop.current?.abort(), []);

  const begin = () => {
    stop.current?.abort();
    stop.current = new AbortController();
    return stop.current.signal;
  };
  const read = async (file: FileToRead) => {
    const signal = begin();
    setStage({ at: 'reading' });
    const found = await readAway(file, signal);
    if (signal.aborted) return;
    if (found.type === 'People' || found.type === 'Meetings') setStage({ at: 'look', file, found });
    else setStage({ at: 'choose', refusal: found });
  };
  const write = async (lists: Parameters<typeof writeInGoes>[1]) => {
    const signal = begin();
    const tell = (written: Written) => setStage({ at: 'writing', written });
    tell({ done: 0, all: lists.length });
    const takeBack = await writeInGoes(workspace, lists, tell, signal);
    offerUndo(t`Brought in.`, takeBack);
    // Where what came in is seen: people of no organization stand on no partner's page.
    const ofPartners = lists.some((list) => list.some(({ field }) => field === 'partner'));
    go(ofPartners ? '/partners' : '/partners/people', { instead: true });
  };

  switch (stage.at) {
    case 'choose':
      return (
        <ChooseFile
          refusal={stage.refusal}
          onFile={(bytes, name) => void read({ bytes, name, today: today(), zone })}
        />
      );
    case 'reading':
      return (
        <Page
          key="reading"
          title={<Trans>Reading the file.</Trans>}
          action={
            <Button
              onPress={() => {
                stop.current?.abort();
                setStage({ at: 'choose' });
              }}
            >
              <Trans>Stop</Trans>
            </Button>
          }
        >
          <p role="status">
            <Trans>It is read on this device and sent nowhere.</Trans>
          </p>
        </Page>
      );
    case 'look': {
      const { file, found } = stage;
      const shared = {
        onWrite: (lists: Parameters<typeof writeInGoes>[1]) => void write(lists),
        onAnother: () => setStage({ at: 'choose' }),
        readers: <WhoCanRead audience={workspace.coreTeam} />,
      };
      return found.type === 'Meetings' ? (
        <MeetingsPreview found={found} {...shared} />
      ) : (
        <PeoplePreview
          found={found}
          {...shared}
          onMapping={(mapping: Mapping) => void read({ ...file, mapping })}
        />
      );
    }
    case 'writing': {
      const { done, all } = stage.written;
      return (
        <Page
          key="writing"
          title={<Trans>Writing it down.</Trans>}
          action={
            <Button onPress={() => stop.current?.abort()}>
              <Trans>Stop</Trans>
            </Button>
          }
        >
          <p role="status">
            <Trans>
              {done} of {all}
            </Trans>
          </p>
          <p className="quiet">
            <Trans>What is written when you stop stays, and can be taken back.</Trans>
          </p>
        </Page>
      );
    }
  }
}

/** The time zone by which this workspace counts days. */
function useZone(): string {
  const [space] = useTable('space');
  const zone = space?.timeZone;
  return typeof zone === 'string' && zone !== ''
    ? zone
    : Intl.DateTimeFormat().resolvedOptions().timeZone;
}
