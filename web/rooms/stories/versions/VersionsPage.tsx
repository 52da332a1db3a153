/** Versions of a story: keep one, see what changed since, go back to one. */
import {
  differences,
  type KeptStory,
  returnToVersion,
  type StoryVersion,
  saveVersion,
  storyOf,
  undoOf,
  versionOf,
} from '@alongside/practice';
import { t } from '@lingui/core/macro';
import { useLingui } from '@lingui/react';
import { Plural, Trans } from '@lingui/react/macro';
import { useState } from 'react';
import { Button } from '../../../ui/Button.tsx';
import { Disclosure } from '../../../ui/Disclosure.tsx';
import { TextLink } from '../../../ui/Link.tsx';
import { Page } from '../../../ui/Page.tsx';
import { Row, Rows } from '../../../ui/Rows.tsx';
import { TextField } from '../../../ui/TextField.tsx';
import { useUndo } from '../../../ui/Undo.tsx';
import { WhoCanReadThis } from '../../../ui/WhoCanRead.tsx';
import { useParam } from '../../../ui/where.ts';
import { useRecord, useWhere, useWorkspace } from '../../../ui/workspace.tsx';
import { NoSuchStory } from '../NoSuchStory.tsx';
import { Differences } from './Differences.tsx';

export default function VersionsPage() {
  const record = useRecord('stories', useParam('story'));
  if (!record) return <NoSuchStory />;
  return <Versions story={storyOf(record)} />;
}

function Versions({ story }: { readonly story: KeptStory }) {
  const workspace = useWorkspace();
  const offerUndo = useUndo();
  const [note, setNote] = useState('');
  const versions = useWhere('storyVersions', 'story', story.id)
    .flatMap((record) => versionOf(record) ?? [])
    .sort((a, b) => b.number - a.number);
  const [latest] = versions;
  const since = latest ? differences(latest.pieces, story.pieces).length : 0;

  const keep = () => {
    const changes = saveVersion(story, versions, { id: workspace.newId(), note });
    const back = undoOf(changes, workspace.tables.get);
    workspace.commit(changes, 'everyone');
    setNote('');
    offerUndo(t`This version is kept`, () => workspace.commit(back, 'everyone'));
  };
  const goBackTo = (version: StoryVersion) => {
    const changes = returnToVersion(story, version);
    const back = undoOf(changes, workspace.tables.get);
    workspace.commit(changes, 'everyone');
    const { number } = version;
    offerUndo(t`The story reads as in version ${number}`, () => workspace.commit(back, 'everyone'));
  };
  return (
    <Page
      above={
        <TextLink to={`/stories/${story.id}`}>
          <Trans>Back to the story</Trans>
        </TextLink>
      }
      title={
        latest ? (
          <Plural
            value={versions.length}
            one="One version of this story is kept."
            other="# versions of this story are kept."
          />
        ) : (
          <Trans>No version of this story is kept yet.</Trans>
        )
      }
      readers={<WhoCanReadThis table="stories" record={story.id} />}
    >
      <p>
        {latest ? (
          <Plural
            value={since}
            _0="Nothing has changed since."
            one="One change since the last one."
            other="# changes since the last one."
          />
        ) : (
          <Trans>
            A version is the story as it stands now. It stays, whatever is edited later.
          </Trans>
        )}
      </p>
      <TextField
        label={<Trans>What is this version?</Trans>}
        hint={<Trans>For example: as read to Maren on the phone.</Trans>}
        value={note}
        onChange={setNote}
      />
      <Button kind="filled" onPress={keep}>
        <Trans>Keep this version</Trans>
      </Button>
      <Rows>
        {versions.map((version, at) => (
          <Row key={version.id}>
            <VersionLine version={version} />
            <Disclosure summary={<Trans>What changed from it until now</Trans>}>
              <Differences
                found={differences(version.pieces, story.pieces)}
                language={story.document.language}
              />
            </Disclosure>
            {versions[at + 1] && (
              <Disclosure summary={<Trans>What changed from the version before</Trans>}>
                <Differences
                  found={differences(versions[at + 1]?.pieces ?? [], version.pieces)}
                  language={story.document.language}
                />
              </Disclosure>
            )}
            <Button kind="quiet" onPress={() => goBackTo(version)}>
              <Trans>Go back to this version</Trans>
            </Button>
          </Row>
        ))}
      </Rows>
    </Page>
  );
}

function VersionLine({ version }: { readonly version: StoryVersion }) {
  const { i18n } = useLingui();
  const { tables, me } = useWorkspace();
  const written = tables.writtenBy('storyVersions', version.id, 'number');
  const when =
    written && i18n.date(new Date(written.at), { dateStyle: 'long', timeStyle: 'short' });
  const { number } = version;
  return (
    <>
      <p>
        <strong>
          <Trans>Version {number}</Trans>
        </strong>
        {version.note && (
          <>
            {' · '}
            <bdi>{version.note}</bdi>
          </>
        )}
      </p>
      {written && (
        <p className="quiet">
          {written.member === me ? (
            <Trans>Kept by you, {when}</Trans>
          ) : (
            <Trans>Kept by someone here, {when}</Trans>
          )}
        </p>
      )}
    </>
  );
}
