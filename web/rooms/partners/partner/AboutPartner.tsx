/** What is said of a partner itself, who keeps in touch, and deleting it with what hangs on it. */
import {
  contactFields,
  conversationFields,
  discussionPartnerFields,
  harmFields,
  parts,
  readFields,
  removePartner,
  roleFields,
  undoOf,
} from '@alongside/practice';
import { t } from '@lingui/core/macro';
import { useLingui } from '@lingui/react';
import { Trans } from '@lingui/react/macro';
import { Button } from '../../../ui/Button.tsx';
import { Radio, RadioGroup } from '../../../ui/Choices.tsx';
import { Disclosure } from '../../../ui/Disclosure.tsx';
import { OwnWords } from '../../../ui/OwnWords.tsx';
import { partWords } from '../../../ui/partner-words.ts';
import { type PartnerHere, useStands } from '../../../ui/partners.ts';
import { TextField } from '../../../ui/TextField.tsx';
import { useUndo } from '../../../ui/Undo.tsx';
import { useKeptWords } from '../../../ui/useKeptWords.ts';
import { useGo } from '../../../ui/where.ts';
import { useWorkspace } from '../../../ui/workspace.tsx';
import { write, writePartner } from '../write-partner.ts';
import { KeepsInTouch } from './KeepsInTouch.tsx';

export function AboutPartner({ here }: { readonly here: PartnerHere }) {
  const workspace = useWorkspace();
  const { _ } = useLingui();
  const { partner } = here;
  const { id } = partner;
  const name = useKeptWords(partner.name, (words) => {
    if (words.trim() !== '') writePartner(workspace, id, { name: words });
  });
  const movement = useKeptWords(partner.movement, (words) =>
    writePartner(workspace, id, { movement: words }),
  );
  return (
    <>
      <KeepsInTouch partner={partner} />
      <Disclosure summary={<Trans>About them</Trans>}>
        <TextField
          label={<Trans>The organization, as it names itself</Trans>}
          maxLength={300}
          {...name}
        />
        <TextField label={<Trans>The movement work it does</Trans>} maxLength={300} {...movement} />
        <RadioGroup
          label={<Trans>Their part in our campaign</Trans>}
          value={partner.part ?? 'none'}
          onChange={(chosen) =>
            writePartner(workspace, id, { part: parts.find((part) => part === chosen) ?? null })
          }
        >
          <Radio value="none">
            <Trans>none, or not said</Trans>
          </Radio>
          {parts.map((part) => (
            <Radio key={part} value={part}>
              {_(partWords[part])}
            </Radio>
          ))}
        </RadioGroup>
        <Twice ids={here.ids} />
        <DeletePartner here={here} />
      </Disclosure>
    </>
  );
}

/** Records that were merged into this one: named, so that nothing is kept out of sight. */
function Twice({ ids }: { readonly ids: readonly string[] }) {
  const workspace = useWorkspace();
  const { all } = useStands();
  return all
    .filter(({ id }) => id !== ids[0] && ids.includes(id))
    .map(({ id, name, movement }) => {
      const other = <OwnWords>{movement ? `${name} (${movement})` : name}</OwnWords>;
      return (
        <p key={id}>
          <Trans>Also written down as {other}.</Trans>{' '}
          <Button kind="quiet" onPress={() => write(workspace, 'partners', id, { sameAs: null })}>
            <Trans>Part them again</Trans>
          </Button>
        </p>
      );
    });
}

function DeletePartner({ here }: { readonly here: PartnerHere }) {
  const workspace = useWorkspace();
  const offerUndo = useUndo();
  const go = useGo();
  const { tables } = workspace;
  const remove = () => {
    const read = <Fields extends Parameters<typeof readFields>[0]>(table: string, fields: Fields) =>
      tables.all(table).map((record) => readFields(fields, record));
    const changes = removePartner(here.ids, {
      contacts: read('contacts', contactFields),
      harms: read('harms', harmFields),
      roles: read('roles', roleFields),
      conversations: read('conversations', conversationFields),
      discussionPartners: read('discussionPartners', discussionPartnerFields),
    });
    const back = undoOf(changes, tables.get);
    workspace.commit(changes, workspace.coreTeam);
    offerUndo(t`The partner is deleted, with what was written down about it.`, () =>
      workspace.commit(back, workspace.coreTeam),
    );
    go('/partners', { instead: true });
  };
  return (
    <>
      <p className="quiet">
        <Trans>
          Deleting takes along every time we were in touch, who is where there, what happened to
          them, and the conversations that you can read. People stay in the list of people, asks
          stay in Asks.
        </Trans>
      </p>
      <div className="row">
        <Button kind="quiet" onPress={remove}>
          <Trans>Delete</Trans>
        </Button>
      </div>
    </>
  );
}
