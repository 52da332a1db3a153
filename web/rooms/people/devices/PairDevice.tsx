/**
 * The old device shows a code, the new one reads or types it, both show four words, and the person
 * says on the old one that they are the same. There is no way round: a code from elsewhere is never read here.
 */
import type { FourWords, Pairing } from '@alongside/vault/kept';
import { t } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import { useEffect, useState } from 'react';
import { Button } from '../../../ui/Button.tsx';
import { FourWordsShown } from '../../../ui/FourWordsShown.tsx';
import { Page } from '../../../ui/Page.tsx';
import { QrCode } from '../../../ui/QrCode.tsx';
import { Refused } from '../../../ui/Refused.tsx';
import { useTogether } from '../../../ui/together.ts';
import { useUndo } from '../../../ui/Undo.tsx';
import { useAsking } from '../../../ui/useAsking.ts';
import '../People.css';

export function PairDevice({ onDone }: { readonly onDone: () => void }) {
  const together = useTogether()?.together;
  const asking = useAsking();
  const say = useUndo();
  const [pairing, setPairing] = useState<Pairing>();
  const [code, setCode] = useState('');
  const [words, setWords] = useState<FourWords>();
  const { run } = asking;

  useEffect(() => {
    if (!together) return;
    const stop = new AbortController();
    const begun = together.pair(stop.signal);
    setPairing(begun);
    void run(async () => {
      const shown = await begun.code;
      if (typeof shown !== 'string') return shown;
      setCode(shown);
      return undefined;
    });
    void begun.words.then((both) => !stop.signal.aborted && both && setWords(both));
    return () => stop.abort();
  }, [together, run]);

  const back = (
    <Button kind="quiet" onPress={onDone}>
      <Trans>Stop</Trans>
    </Button>
  );
  if (!words)
    return (
      <Page title={<Trans>On the new device, read this code.</Trans>} action={back}>
        {code !== '' && (
          <>
            <QrCode
              says={`${window.location.origin}/pair#${code}`}
              label={t`A code for the new device`}
            />
            <p>
              <Trans>
                Without a camera: open this address there, choose “I was invited”, then “Another
                device of mine”, and type:
              </Trans>
            </p>
            <p>
              <bdi className="invite-link" dir="ltr">
                {code}
              </bdi>
            </p>
          </>
        )}
        <p className="quiet">
          <Trans>The code works once, for ten minutes. Nobody can use it from afar.</Trans>
        </p>
        <Refused refusal={asking.refusal} />
      </Page>
    );
  const confirm = async () => {
    if (pairing && (await asking.run(() => pairing.confirm()))) {
      say(t`The device is added.`);
      onDone();
    }
  };
  return (
    <Page
      key="words"
      title={<Trans>Does the new device show these four words?</Trans>}
      action={
        <>
          <Button kind="filled" isDisabled={asking.working} onPress={() => void confirm()}>
            <Trans>They are the same</Trans>
          </Button>
          <Button kind="quiet" onPress={onDone}>
            <Trans>They differ</Trans>
          </Button>
        </>
      }
    >
      <FourWordsShown words={words} />
      <Refused refusal={asking.refusal} />
    </Page>
  );
}
