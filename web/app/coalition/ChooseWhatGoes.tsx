/** What a coalition workspace is, the campaign's name, and what belongs to it with an empty box each. */
import { campaignKey, campaignTables } from '@alongside/practice';
import { useLingui } from '@lingui/react';
import { Trans } from '@lingui/react/macro';
import { Button } from '../../ui/Button.tsx';
import { Checkbox, CheckboxGroup } from '../../ui/Choices.tsx';
import { OwnWords } from '../../ui/OwnWords.tsx';
import { TextField } from '../../ui/TextField.tsx';
import { useWorkspace } from '../../ui/workspace.tsx';
import { nameOfRecord, tableNames, whyWords } from './campaign-words.tsx';
import type { Campaign } from './useCampaign.ts';

export function ChooseWhatGoes({
  campaign,
  wrong,
}: {
  readonly campaign: Campaign;
  readonly wrong: boolean;
}) {
  const { tables } = useWorkspace();
  const { _ } = useLingui();
  const { name, setName, known, belongs, ticked, tick } = campaign;
  return (
    <>
      <p>
        <Trans>
          A coalition workspace is a workspace of its own, for one campaign. Only what you tick here
          goes into it, as a copy. Whoever is let in there cannot look into this one, and what
          changes in one does not change in the other.
        </Trans>
      </p>
      <TextField
        label={<Trans>What is the campaign called?</Trans>}
        hint={
          <Trans>
            We look for this name on the map, in what we ask for and in our stories. The coalition
            workspace gets it too.
          </Trans>
        }
        {...(wrong && { wrong: <Trans>Write the campaign’s name.</Trans> })}
        value={name}
        onChange={setName}
        maxLength={200}
      />
      <div className="row">
        {known
          .filter((one) => one !== name)
          .map((one) => (
            <Button key={one} onPress={() => setName(one)}>
              <OwnWords>{one}</OwnWords>
            </Button>
          ))}
      </div>
      {campaignTables.map((table) => {
        const offered = belongs.filter((one) => one.table === table);
        if (offered.length === 0) return null;
        const keys = offered.map(({ id }) => campaignKey(table, id));
        return (
          <CheckboxGroup
            key={table}
            label={_(tableNames[table])}
            {...(table === 'ties' && {
              hint: <Trans>A tie goes only together with both of its ends.</Trans>,
            })}
            {...(table === 'stories' && {
              hint: <Trans>People are named in a story. Ask them before it goes.</Trans>,
            })}
            value={keys.filter((key) => ticked.has(key))}
            onChange={(chosen) => tick(table, chosen)}
          >
            {offered.map((one) => (
              <Checkbox key={one.id} value={campaignKey(table, one.id)} note={_(whyWords[one.why])}>
                {nameOfRecord(tables.get, one)}
              </Checkbox>
            ))}
          </CheckboxGroup>
        );
      })}
      <p className="quiet">
        <Trans>
          What others asked of us, what we weighed and answered, people, contacts, care, honest
          conversations, what anyone can give and what only some of us read is never offered here.
        </Trans>
      </p>
    </>
  );
}
