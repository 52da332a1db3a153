/** Who looks after all of them: handed to somebody here, with their consent. */
import { Trans } from '@lingui/react/macro';
import { useState } from 'react';
import { Button } from '../../../ui/Button.tsx';
import { PersonName } from '../../../ui/PersonName.tsx';
import { useCarriers } from '../../../ui/promises.ts';
import { useWorkspace } from '../../../ui/workspace.tsx';
import { HandOn } from '../promises/HandOn.tsx';
import { writeCarrier } from './useGathering.ts';

export function Deputy({ gathering }: { readonly gathering: string }) {
  const workspace = useWorkspace();
  const it = useCarriers()(gathering);
  const [handing, setHanding] = useState(false);
  const who = it.carriedBy && <PersonName of={it.carriedBy} />;
  return (
    <section className="stack">
      <h2>
        <Trans>Who looks after these</Trans>
      </h2>
      <p>
        {who ? <Trans>Looked after by: {who}</Trans> : <Trans>All of us in the core team.</Trans>}
      </p>
      {handing || it.handTo !== null ? (
        <HandOn
          it={it}
          write={(values) => writeCarrier(workspace, gathering, values)}
          onDone={() => setHanding(false)}
        />
      ) : (
        <div className="row">
          <Button onPress={() => setHanding(true)}>
            <Trans>Hand on to a deputy</Trans>
          </Button>
        </div>
      )}
    </section>
  );
}
