/** Everything that can be read here, to take along: as a page for people and as data for programs. */
import { t } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import { Button } from '../../ui/Button.tsx';
import { today } from '../../ui/days.ts';
import { Notice } from '../../ui/Notice.tsx';
import { Page } from '../../ui/Page.tsx';
import { saveFile } from '../../ui/save-file.ts';
import { useWorkspace } from '../../ui/workspace.tsx';
import { languages } from '../../words/languages.ts';
import { looks } from '../look.ts';
import { rooms } from '../rooms.ts';
import { exportData, readablePage } from './export-data.ts';

export default function Export() {
  const workspace = useWorkspace();
  const everything = () =>
    exportData(
      workspace,
      [...rooms.values()].flatMap((room) => room.texts ?? []),
    );
  const saveData = () =>
    saveFile(
      `alongside-${today()}.json`,
      [JSON.stringify(everything(), null, 2)],
      'application/json',
    );
  const savePage = () => {
    const { language } = looks.get();
    const { direction } = languages[language];
    const page = readablePage(everything(), {
      language,
      direction,
      title: t`Everything from Alongside`,
    });
    saveFile(`alongside-${today()}.html`, [page], 'text/html');
  };
  return (
    <Page
      title={<Trans>Take everything with you.</Trans>}
      action={
        <>
          <Button kind="filled" onPress={savePage}>
            <Trans>A page to read</Trans>
          </Button>
          <Button onPress={saveData}>
            <Trans>A file for programs</Trans>
          </Button>
        </>
      }
    >
      <p>
        <Trans>Everything you can read here, your notebook too, as it is now.</Trans>
      </p>
      <Notice kind="care">
        <p>
          <Trans>
            These files are not sealed. Whoever gets them can read them. To keep a sealed copy, make
            a backup instead.
          </Trans>
        </p>
      </Notice>
    </Page>
  );
}
