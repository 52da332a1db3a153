/**
 * *Open this campaign to them*: what a coalition workspace is and what would go in, exactly what will be
 * there, six words of its own; then it is made, opened, and the one that was open is locked. Until the last
 * step nothing is written down anywhere.
 */
import {
  cleanLine,
  openCampaign,
  openedOf,
  type Partner,
  partnerFields,
  readFields,
} from '@alongside/practice';
import type { Change } from '@alongside/vault';
import { t } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import { useState } from 'react';
import { Button } from '../../ui/Button.tsx';
import { today } from '../../ui/days.ts';
import { TextLink } from '../../ui/Link.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { OwnWords } from '../../ui/OwnWords.tsx';
import { only } from '../../ui/only.ts';
import { Page } from '../../ui/Page.tsx';
import { TextField } from '../../ui/TextField.tsx';
import { useGo, useParam } from '../../ui/where.ts';
import { useRecord } from '../../ui/workspace.tsx';
import { useMyName, useSpace } from '../house-records.ts';
import { NewWords } from '../keeping/NewWords.tsx';
import type { KeptWorkspace } from '../open-workspace/vault.ts';
import { useMoves } from '../session/context.tsx';
import { KeptOnly } from '../settings/KeptOnly.tsx';
import { ChooseWhatGoes } from './ChooseWhatGoes.tsx';
import { type Campaign, useCampaign } from './useCampaign.ts';
import { WhatWillBeThere } from './WhatWillBeThere.tsx';

export default function OpenCampaign() {
  return <KeptOnly>{(workspace) => <ForPartner workspace={workspace} />}</KeptOnly>;
}

function ForPartner({ workspace }: { readonly workspace: KeptWorkspace }) {
  const record = useRecord('partners', useParam('partner'));
  const { isCoalition } = useSpace();
  const partner = record && readFields(partnerFields, record);
  if (partner && partner.part !== null && !isCoalition)
    return <InSteps workspace={workspace} partner={partner} />;
  return (
    <Page title={<Trans>A campaign is opened to a partner who has a part in it.</Trans>}>
      <p>
        <Trans>
          Say on the partner’s page what their part is: they inform it, guide it, or build it with
          you. From within a coalition workspace no other is opened.
        </Trans>
      </p>
      <p>
        <TextLink to={partner ? `/partners/${partner.id}` : '/partners'}>
          {partner ? <Trans>Back to the partner</Trans> : <Trans>See all partners</Trans>}
        </TextLink>
      </p>
    </Page>
  );
}

function InSteps({
  workspace,
  partner,
}: {
  readonly workspace: KeptWorkspace;
  readonly partner: Partner;
}) {
  const campaign = useCampaign(partner.id);
  const { openBeside } = useMoves();
  const go = useGo();
  const [step, setStep] = useState<'choose' | 'look' | 'words'>('choose');
  // As it was shown: what somebody else writes meanwhile does not go unseen.
  const [shown, setShown] = useState<Pick<Campaign, 'records' | 'ticked' | 'goes'>>(campaign);
  const [tried, setTried] = useState(false);
  const [myName, setMyName] = useState(useMyName());
  const name = cleanLine(campaign.name);
  const to = <OwnWords>{partner.name || t`Without a name`}</OwnWords>;

  const make = async (words: string) => {
    const copies = openCampaign(shown.records, shown.ticked, workspace.newId);
    const refused = await openBeside({
      name: cleanLine(myName),
      words,
      holds: [spaceOf(name), ...byRecord(copies)],
      writeDown: () => writeOpened(workspace, partner, name),
    });
    if (refused) return refused;
    go('/settings/workspace', { instead: true });
    return undefined;
  };

  if (step === 'words')
    return <NewWords done={<Trans>Make the coalition workspace</Trans>} onChosen={make} />;
  if (step === 'look')
    return (
      <Page
        key="look"
        title={<Trans>Exactly this will be there, and nothing else of ours.</Trans>}
        action={
          <>
            <Button
              kind="filled"
              isDisabled={cleanLine(myName) === ''}
              onPress={() => setStep('words')}
            >
              <Trans>Go on to its six words</Trans>
            </Button>
            <Button kind="quiet" onPress={() => setStep('choose')}>
              <Trans>Back</Trans>
            </Button>
          </>
        }
      >
        <p>
          <Trans>Everyone who is let in there reads all of it.</Trans>
        </p>
        <WhatWillBeThere goes={shown.goes} />
        {shown.goes.length === 0 && (
          <p>
            <Trans>Nothing is ticked: it begins empty, with its name.</Trans>
          </p>
        )}
        <Notice kind="care">
          <p>
            <Trans>
              What somebody there has read cannot be called back. What you delete here stays there,
              and the other way round.
            </Trans>
          </p>
        </Notice>
        <TextField
          label={<Trans>What should they call you there?</Trans>}
          value={myName}
          onChange={setMyName}
          maxLength={80}
        />
        <p>
          <Trans>
            It rests in this browser under six words of its own, on a paper of their own. Making it
            locks this workspace; its own six words open it again.
          </Trans>
        </p>
      </Page>
    );
  return (
    <Page
      key="choose"
      title={<Trans>What of this campaign do we open to {to}?</Trans>}
      action={
        <Button
          kind="filled"
          onPress={() => {
            setTried(true);
            if (name === '') return;
            setShown(campaign);
            setStep('look');
          }}
        >
          <Trans>See exactly what will be there</Trans>
        </Button>
      }
    >
      <ChooseWhatGoes campaign={campaign} wrong={tried && name === ''} />
    </Page>
  );
}

function spaceOf(name: string): Change[] {
  return [
    { table: 'space', record: only, field: 'name', value: name },
    { table: 'space', record: only, field: 'isCoalition', value: true },
  ];
}

/** A commit a record, so that none is larger than an entry may be. */
function byRecord(changes: readonly Change[]): (readonly Change[])[] {
  return [...Map.groupBy(changes, ({ record }) => record).values()];
}

/** The partner's own record says it, to whoever reads that. */
function writeOpened(workspace: KeptWorkspace, partner: Partner, campaign: string) {
  const set = (opened: Partner['opened']) =>
    workspace.commit(
      [
        {
          table: 'partners',
          record: partner.id,
          field: 'opened',
          value: opened.map((one) => ({ ...one })),
        },
      ],
      workspace.coreTeam,
    );
  const others = workspace.tables.alsoWritten('partners', partner.id, 'opened');
  set(openedOf([partner.opened, ...others, [{ campaign, on: today() }]]));
  return () => set(openedOf([partner.opened, ...others]));
}
