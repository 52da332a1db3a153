/**
 * The second question opens the long view that we wrote on the partner or the issue, and asks: still true?
 * A yes answers the question with its words; to change it is to write the page anew.
 */
import {
  cleanLine,
  type LongView,
  longViewFields,
  longViewsOf,
  partnerFields,
  partnerOf,
  readFields,
  stillTrue,
  trueSince,
  writeLongView,
} from '@alongside/practice';
import { t } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import { useMemo, useState } from 'react';
import { Button } from '../../../ui/Button.tsx';
import { Radio, RadioGroup } from '../../../ui/Choices.tsx';
import { today, useSayDay } from '../../../ui/days.ts';
import { ownWords } from '../../../ui/OwnWords.tsx';
import { useUndo } from '../../../ui/Undo.tsx';
import { useTable, useWorkspace } from '../../../ui/workspace.tsx';
import { commitWithUndo } from '../write-decisions.ts';
import type { Given } from './given.ts';

export function StillTrue(given: Given) {
  const { ask } = given;
  const partners = useTable('partners');
  const records = useTable('longViews');
  const found = useMemo(() => {
    const named = partners.map((record) => readFields(partnerFields, record));
    const partner = partnerOf(ask, named);
    const views = records.map((record) => readFields(longViewFields, record));
    return { partner, views: longViewsOf({ partner, issue: ask.issue }, views) };
  }, [ask, partners, records]);
  const of = found.partner ?? ask.issue;
  return (
    <>
      {found.views.map((view) => (
        <OneView key={view.id} view={view} {...given} />
      ))}
      {found.views.length === 0 && of !== null && cleanLine(ask.longView) !== '' && (
        <KeepAsView of={of} about={found.partner === null ? 'issue' : 'partner'} {...given} />
      )}
    </>
  );
}

function OneView({ ask, change, view }: Given & { readonly view: LongView }) {
  const workspace = useWorkspace();
  const sayDay = useSayDay();
  const offerUndo = useUndo();
  const [changing, setChanging] = useState(false);
  const since = trueSince(view);
  const day = since && sayDay(since);
  const isSame = cleanLine(ask.longView) === cleanLine(view.text);
  const saySo = () => {
    setChanging(false);
    workspace.commit(stillTrue(view.id, today()), workspace.coreTeam);
    change({ longView: view.text, longViewUnknown: false });
  };
  return (
    <>
      <blockquote className="long-view" {...ownWords(view.text)}>
        {view.text}
      </blockquote>
      {day && (
        <p className="quiet">
          {view.about === 'issue' ? (
            <Trans>Our long view on this issue, last true on {day}.</Trans>
          ) : (
            <Trans>Our long view with them, last true on {day}.</Trans>
          )}
        </p>
      )}
      <RadioGroup
        label={<Trans>Still true?</Trans>}
        value={changing ? 'change' : isSame ? 'true' : null}
        onChange={(said) => (said === 'true' ? saySo() : setChanging(true))}
      >
        <Radio value="true">
          <Trans>still true</Trans>
        </Radio>
        <Radio value="change">
          <Trans>change it</Trans>
        </Radio>
      </RadioGroup>
      {changing && !isSame && cleanLine(ask.longView) !== '' && (
        <Button
          onPress={() => {
            const changes = writeLongView(
              { id: view.id, about: view.about ?? 'partner' },
              ask.longView,
              today(),
            );
            offerUndo(t`The long view is changed.`, commitWithUndo(workspace, changes));
            setChanging(false);
          }}
        >
          <Trans>These words are our long view now</Trans>
        </Button>
      )}
    </>
  );
}

function KeepAsView({
  ask,
  of,
  about,
}: Given & { readonly of: string; readonly about: 'partner' | 'issue' }) {
  const workspace = useWorkspace();
  const offerUndo = useUndo();
  const keep = () => {
    const changes = writeLongView({ id: of, about }, ask.longView, today());
    offerUndo(t`The long view is written down.`, commitWithUndo(workspace, changes));
  };
  return (
    <Button kind="quiet" onPress={keep}>
      <Trans>Keep this as our long view</Trans>
    </Button>
  );
}
