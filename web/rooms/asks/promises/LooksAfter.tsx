/** Who looks after an ask, or a gathering of asks: handed to somebody here, with their consent. */
import { Trans } from '@lingui/react/macro';
import { type ReactNode, useState } from 'react';
import { Button } from '../../../ui/Button.tsx';
import { PersonName } from '../../../ui/PersonName.tsx';
import { useCarriers } from '../../../ui/promises.ts';
import { useWorkspace } from '../../../ui/workspace.tsx';
import { writeCarrier } from '../write-decisions.ts';
import { HandOn } from './HandOn.tsx';

export function LooksAfter({
  of,
  handOn,
}: {
  /** The id of the ask or the gathering. */
  readonly of: string;
  /** What the button that begins it says. */
  readonly handOn: ReactNode;
}) {
  const workspace = useWorkspace();
  const it = useCarriers()(of);
  const [handing, setHanding] = useState(false);
  const who = it.carriedBy && <PersonName of={it.carriedBy} />;
  return (
    <>
      <p>
        {who ? <Trans>Looked after by: {who}</Trans> : <Trans>All of us in the core team.</Trans>}
      </p>
      {handing || it.handTo !== null ? (
        <HandOn
          it={it}
          write={(values) => writeCarrier(workspace, of, values)}
          onDone={() => setHanding(false)}
        />
      ) : (
        <div className="row">
          <Button onPress={() => setHanding(true)}>{handOn}</Button>
        </div>
      )}
    </>
  );
}
