/**
 * Writing an ask down: paste or type the message, check the two things that matter, go on. In a first
 * try nothing is kept; the same page adds an ask in a kept workspace.
 */
import { type AskRefused, whatIsWrong } from '@alongside/practice';
import { Trans } from '@lingui/react/macro';
import { type FormEvent, useRef, useState } from 'react';
import { Button } from '../../../ui/Button.tsx';
import { today } from '../../../ui/days.ts';
import { NotHere } from '../../../ui/EmptyPage.tsx';
import { Page } from '../../../ui/Page.tsx';
import { useReadersOfNew } from '../../../ui/ReadersOfNew.tsx';
import { TextArea } from '../../../ui/TextArea.tsx';
import { useGo } from '../../../ui/where.ts';
import { refusalWords } from '../refusals.ts';
import { FoundFields } from './FoundFields.tsx';
import { useDraft } from './useDraft.ts';

export default function Start() {
  const { audience, readers } = useReadersOfNew();
  const go = useGo();
  const draft = useDraft();
  const [wrong, setWrong] = useState<readonly AskRefused[]>([]);
  const form = useRef<HTMLFormElement>(null);

  const problems = () => whatIsWrong({ ...draft.fields, text: draft.text }, today());

  const writeDown = (event: FormEvent) => {
    event.preventDefault();
    const found = problems();
    setWrong(found);
    if (found.length > 0) {
      requestAnimationFrame(() =>
        form.current
          ?.querySelector<HTMLElement>('[aria-invalid=true], [data-invalid] button')
          ?.focus(),
      );
      return;
    }
    go(`/asks/${draft.write(audience)}?part=contribution`, { instead: true });
  };

  const isTooLong =
    draft.read !== null && 'type' in draft.read && draft.read.type === 'MessageTooLong';
  return (
    <Page
      title={<Trans>What are you being asked for?</Trans>}
      readers={readers}
      action={
        <Button kind="filled" type="submit" form="ask">
          <Trans>Think it through</Trans>
        </Button>
      }
    >
      <form id="ask" ref={form} className="stack" onSubmit={writeDown} noValidate>
        <TextArea
          label={<Trans>The message, as it came</Trans>}
          hint={<Trans>Paste it, or type it from a call. It is read on this device only.</Trans>}
          rows={5}
          value={draft.text}
          onChange={draft.setText}
          {...(isTooLong &&
            draft.read &&
            'type' in draft.read && { wrong: refusalWords(draft.read) })}
        />
        <FoundFields draft={draft} wrong={wrong} />
        <NotHere />
      </form>
    </Page>
  );
}
