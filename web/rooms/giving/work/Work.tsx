/**
 * Our own work is a line per campaign, "about so much of our week", from the monthly talk; beside it what
 * we do with others. Lines of work, never of people.
 */
import type { WorkLine } from '@alongside/practice';
import { t } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import { useState } from 'react';
import { Button } from '../../../ui/Button.tsx';
import { NotHere } from '../../../ui/EmptyPage.tsx';
import { useLines } from '../../../ui/giving.ts';
import { sayHalfDays } from '../../../ui/half-days.ts';
import { TextLink } from '../../../ui/Link.tsx';
import { OwnWords } from '../../../ui/OwnWords.tsx';
import { Page } from '../../../ui/Page.tsx';
import { Row, Rows } from '../../../ui/Rows.tsx';
import { useShortDay } from '../../../ui/useShortDay.ts';
import { WhoCanRead } from '../../../ui/WhoCanRead.tsx';
import { useWorkspace } from '../../../ui/workspace.tsx';
import { useSpan } from '../mine/useSpan.ts';
import { EditLine } from './EditLine.tsx';
import '../Giving.css';

export default function Work() {
  const { coreTeam } = useWorkspace();
  const lines = useLines();
  const [open, setOpen] = useState<string | null>(lines.length === 0 ? 'new' : null);
  const close = () => setOpen(null);
  const of = (kind: WorkLine['kind']) => lines.filter((line) => line.kind === kind);
  return (
    <Page
      title={<Trans>About how much of our week goes where?</Trans>}
      readers={<WhoCanRead audience={coreTeam} />}
      above={
        <TextLink to="/giving">
          <Trans>What we can give</Trans>
        </TextLink>
      }
      action={
        open !== 'new' && (
          <Button kind="filled" onPress={() => setOpen('new')}>
            <Trans>Add a line</Trans>
          </Button>
        )
      }
    >
      <p>
        <Trans>
          Roughly, from the talk you have once a month. It is about the work, not about who does it.
        </Trans>
      </p>
      {open === 'new' && <EditLine onDone={close} />}
      <Lines title={t`Our own work`} lines={of('own')} open={open} onOpen={setOpen} />
      <Lines title={t`With others`} lines={of('with-others')} open={open} onOpen={setOpen} />
      <NotHere />
    </Page>
  );
}

function Lines(props: {
  readonly title: string;
  readonly lines: readonly WorkLine[];
  readonly open: string | null;
  readonly onOpen: (id: string | null) => void;
}) {
  if (props.lines.length === 0) return null;
  return (
    <>
      <h2>{props.title}</h2>
      <Rows label={props.title}>
        {props.lines.map((line) => (
          <Row key={line.id}>
            {props.open === line.id ? (
              <EditLine line={line} onDone={() => props.onOpen(null)} />
            ) : (
              <Line line={line} onChange={() => props.onOpen(line.id)} />
            )}
          </Row>
        ))}
      </Rows>
    </>
  );
}

function Line({ line, onChange }: { readonly line: WorkLine; readonly onChange: () => void }) {
  const days = sayHalfDays(line.halfDays);
  return (
    <>
      <h3>
        <OwnWords>{line.name}</OwnWords>
      </h3>
      <p>
        {line.sureness === 'maybe' ? (
          <Trans>Maybe {days} a week</Trans>
        ) : (
          <Trans>About {days} a week</Trans>
        )}
        <When line={line} />
      </p>
      <Button kind="quiet" onPress={onChange} aria-label={t`Change ${line.name}`}>
        <Trans>Change</Trans>
      </Button>
    </>
  );
}

function When({ line: { from, until } }: { readonly line: WorkLine }) {
  const span = useSpan();
  const shortDay = useShortDay();
  if (from && until) return ` · ${span(from, until)}`;
  const day = shortDay(from ?? until ?? '2000-01-01');
  if (from) return ` · ${t`from ${day}`}`;
  return until ? ` · ${t`until ${day}`}` : null;
}
