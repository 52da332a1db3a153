/** Choosing a document: from the device, by dropping it, or by pasting its text. */
import { t } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import { useState } from 'react';
import { DropZone, FileTrigger } from 'react-aria-components';
import { Button } from '../../../ui/Button.tsx';
import { NotHere } from '../../../ui/EmptyPage.tsx';
import { Notice } from '../../../ui/Notice.tsx';
import { Page } from '../../../ui/Page.tsx';
import { TextArea } from '../../../ui/TextArea.tsx';
import { WhoCanRead } from '../../../ui/WhoCanRead.tsx';
import type { ToRead } from '../reading-worker.ts';
import { NotReadSentence } from './NotReadSentence.tsx';
import type { NotRead } from './read-away.ts';
import './ChooseDocument.css';

/** Files beyond this are not even loaded; the reader says how much it reads. */
const mostBytes = 26 * 1024 * 1024;

export function ChooseDocument({
  refusal,
  onRead,
}: {
  readonly refusal: NotRead | undefined;
  readonly onRead: (document: ToRead) => void;
}) {
  const [text, setText] = useState('');
  const [wrong, setWrong] = useState(refusal);
  const readFile = async (file: File) => {
    if (file.size > mostBytes) {
      setWrong({ type: 'TooBig', bytes: file.size, limit: 25 * 1024 * 1024 });
      return;
    }
    try {
      onRead({ bytes: new Uint8Array(await file.arrayBuffer()), name: file.name });
    } catch {
      setWrong({ type: 'CouldNotRead' });
    }
  };
  return (
    <Page
      key="choose"
      title={<Trans>Bring in a story, and check it against the original.</Trans>}
      readers={<WhoCanRead audience="everyone" />}
    >
      {wrong && (
        <Notice kind="care" announced>
          <p>
            <Trans>This was not read, and nothing was kept.</Trans>{' '}
            <NotReadSentence refusal={wrong} />
          </p>
        </Notice>
      )}
      <DropZone
        className="drop-here"
        aria-label={t`A place to drop a document`}
        onDrop={(event) => {
          const item = event.items.find((one) => one.kind === 'file');
          if (item?.kind === 'file') void item.getFile().then(readFile);
        }}
      >
        <FileTrigger
          acceptedFileTypes={['.txt', '.md', '.markdown', '.html', '.htm', '.docx', '.pdf']}
          onSelect={(files) => {
            const file = files?.item(0);
            if (file) void readFile(file);
          }}
        >
          <Button kind="filled">
            <Trans>Choose a document</Trans>
          </Button>
        </FileTrigger>
        <p className="quiet">
          <Trans>Or drop it here. Text, Markdown, HTML, DOCX or PDF.</Trans>
        </p>
      </DropZone>
      <TextArea
        label={<Trans>Or paste the text</Trans>}
        hint={
          <Trans>All of it, as you found it. It is read on this device and sent nowhere.</Trans>
        }
        rows={6}
        value={text}
        onChange={setText}
      />
      <Button
        isDisabled={text.trim() === ''}
        onPress={() => onRead({ bytes: new TextEncoder().encode(text) })}
      >
        <Trans>Read it</Trans>
      </Button>
      <NotHere />
    </Page>
  );
}
