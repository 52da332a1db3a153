/** Taking out a time that we were in touch and were not: written down twice, on the wrong page, or by itself. */
import { type Contact, setFields, undoOf } from '@alongside/practice';
import { t } from '@lingui/core/macro';
import { useLingui } from '@lingui/react';
import { Trans } from '@lingui/react/macro';
import { useRef, useState } from 'react';
import { Button } from '../../../ui/Button.tsx';
import { contactWords } from '../../../ui/contact-words.ts';
import { useSayDay } from '../../../ui/days.ts';
import { useKeepsEverything } from '../../../ui/KeepingNotice.tsx';
import { Row, Rows } from '../../../ui/Rows.tsx';
import { useUndo } from '../../../ui/Undo.tsx';
import { nothingIsDeleted } from '../../../ui/useDelete.ts';
import { useWorkspace } from '../../../ui/workspace.tsx';

/** As many as are shown, the newest: what is wrong is seen soon. */
const mostShown = 30;

export function TakeOutContact({ contacts }: { readonly contacts: readonly Contact[] }) {
  const { _ } = useLingui();
  const sayDay = useSayDay();
  const workspace = useWorkspace();
  const offerUndo = useUndo();
  const keeps = useKeepsEverything();
  const toggle = useRef<HTMLButtonElement>(null);
  const [isOpen, setOpen] = useState(false);
  const dayOf = ({ on, month }: Contact) => on ?? month ?? '';
  const newest = [...contacts]
    .sort((a, b) => (dayOf(a) < dayOf(b) ? 1 : -1))
    .slice(0, mostShown)
    .flatMap((contact) => (contact.kind ? [{ ...contact, kind: contact.kind }] : []));
  if (newest.length === 0 && !isOpen) return null;
  const takeOut = (id: string) => {
    if (keeps) {
      offerUndo(nothingIsDeleted());
      return;
    }
    const { tables, coreTeam } = workspace;
    // A discussion is told of again as long as its plan says that they came.
    const changes = ['contacts', 'discussionPartners']
      .filter((table) => tables.get(table, id))
      .flatMap((table) => setFields(table, id, { deleted: true }));
    const back = undoOf(changes, tables.get);
    const readers = tables.audienceOf('contacts', id) ?? coreTeam;
    workspace.commit(changes, readers);
    toggle.current?.focus();
    offerUndo(t`Taken out`, () => workspace.commit(back, readers));
  };
  return (
    <div className="stack">
      <div className="row">
        <Button ref={toggle} kind="quiet" aria-expanded={isOpen} onPress={() => setOpen(!isOpen)}>
          <Trans>Take out what is not so</Trans>
        </Button>
      </div>
      {isOpen && (
        <Rows>
          {newest.map((contact) => {
            const what = _(contactWords[contact.kind]);
            const day = dayOf(contact) === '' ? '' : sayDay(dayOf(contact));
            return (
              <Row key={contact.id}>
                <div className="row">
                  <span>
                    {what}
                    {day && ` · ${day}`}
                  </span>
                  <Button
                    kind="quiet"
                    aria-label={t`Take out: ${what}, ${day}`}
                    onPress={() => takeOut(contact.id)}
                  >
                    <Trans>Take out</Trans>
                  </Button>
                </div>
              </Row>
            );
          })}
        </Rows>
      )}
    </div>
  );
}
