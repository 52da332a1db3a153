/** Choosing a file of contacts or a calendar, and why one was not read. */
import { t } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import { useState } from 'react';
import { DropZone, FileTrigger } from 'react-aria-components';
import { Button } from '../../../ui/Button.tsx';
import { Notice } from '../../../ui/Notice.tsx';
import { Page } from '../../../ui/Page.tsx';
import { WhoCanRead } from '../../../ui/WhoCanRead.tsx';
import { useWorkspace } from '../../../ui/workspace.tsx';
import type { NotRead } from './contacts-worker.ts';

/** Files beyond this are not even loaded; the reader has the same limit. */
const mostBytes = 64 * 1024 * 1024;

export function ChooseFile({
  refusal,
  onFile,
}: {
  readonly refusal: NotRead | undefined;
  readonly onFile: (bytes: Uint8Array, name: string) => void;
}) {
  const { coreTeam } = useWorkspace();
  const [wrong, setWrong] = useState(refusal);
  const take = async (file: File) => {
    if (file.size > mostBytes) {
      setWrong({ type: 'TooBig', bytes: file.size, limit: mostBytes });
      return;
    }
    try {
      onFile(new Uint8Array(await file.arrayBuffer()), file.name);
    } catch {
      setWrong({ type: 'CouldNotRead' });
    }
  };
  return (
    <Page
      key="choose"
      title={<Trans>Bring in contacts, or past meetings from a calendar.</Trans>}
      readers={<WhoCanRead audience={coreTeam} />}
    >
      {wrong && (
        <Notice kind="care" announced>
          <p>
            <Trans>This was not read, and nothing was kept.</Trans> <WhyNot refusal={wrong} />
          </p>
        </Notice>
      )}
      <DropZone
        className="drop-contacts"
        aria-label={t`A place to drop a file`}
        onDrop={(event) => {
          const item = event.items.find((one) => one.kind === 'file');
          if (item?.kind === 'file') void item.getFile().then(take);
        }}
      >
        <FileTrigger
          acceptedFileTypes={['.vcf', '.vcard', '.csv', '.tsv', '.txt', '.ics', '.ical']}
          onSelect={(files) => {
            const file = files?.item(0);
            if (file) void take(file);
          }}
        >
          <Button kind="filled">
            <Trans>Choose a file</Trans>
          </Button>
        </FileTrigger>
        <p className="quiet">
          <Trans>
            Or drop it here. vCard, CSV or iCalendar. It is read on this device and sent nowhere.
          </Trans>
        </p>
      </DropZone>
      <p>
        <Trans>
          Of a person come in: name, organization, role, and one way to reach them. Of a meeting:
          with whom, and the day. Everything else stays outside, and you see what that is before
          anything is written down.
        </Trans>
      </p>
    </Page>
  );
}

function WhyNot({ refusal }: { readonly refusal: NotRead }) {
  switch (refusal.type) {
    case 'Empty':
      return <Trans>There is nothing in it.</Trans>;
    case 'NotContacts':
      return (
        <Trans>
          It is not a vCard, a table of comma-separated values, or a calendar. From a spreadsheet,
          save it as CSV first.
        </Trans>
      );
    case 'TooBig': {
      const [size, limit] = [refusal.bytes, refusal.limit].map((bytes) =>
        Math.round(bytes / 2 ** 20),
      );
      return (
        <Trans>
          It is too big: {size} MB, and up to {limit} MB is read. Take out photos, or bring it in by
          parts.
        </Trans>
      );
    }
    case 'TooManyRows': {
      const { limit } = refusal;
      return <Trans>It has more than {limit} rows. Bring it in by parts.</Trans>;
    }
    case 'UnknownEncoding':
      return (
        <Trans>
          Its letters are stored in a way that cannot be told. Save it as UTF-8, then try again.
        </Trans>
      );
    case 'TookTooLong':
      return <Trans>Reading it took too long, so it was stopped. Bring it in by parts.</Trans>;
    case 'CouldNotRead':
      return <Trans>It could not be read. Get it again from where it came from.</Trans>;
  }
}
