/**
 * Helping somebody back who lost every device: a code or link for their new one, then four words that
 * must be the same on both, and a yes. Two of the people they chose, each here, on their own device; or
 * a steward alone, without what only that person could read.
 */
import type { Returning, WayBack } from '@alongside/vault/kept';
import { t } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import { useEffect, useState } from 'react';
import { Button } from '../../../ui/Button.tsx';
import { LinkButton, TextLink } from '../../../ui/Link.tsx';
import { Page } from '../../../ui/Page.tsx';
import { QrCode } from '../../../ui/QrCode.tsx';
import { Refused } from '../../../ui/Refused.tsx';
import { useNames, useTogether } from '../../../ui/together.ts';
import { useAsking } from '../../../ui/useAsking.ts';
import { useParam } from '../../../ui/where.ts';
import { OnlyHere } from '../OnlyHere.tsx';
import { isTrusteeOf, mayHelpBack } from './may-help.ts';
import { WhoAsks } from './WhoAsks.tsx';
import '../People.css';

/** Milliseconds between two looks for who asks. */
const LOOKS = 3000;

export default function BringBack() {
  const here = useTogether();
  const nameOf = useNames();
  const id = useParam('person');
  const asking = useAsking();
  const person = here?.now.people.find((one) => one.id === id);
  const way = here?.now.waysBack.find(({ member }) => member === id);
  const found = useWhoAsks(way);
  if (!here || !person || !mayHelpBack(person, here.now)) return <OnlyHere />;

  const name = nameOf(id);
  const isTrustee = isTrusteeOf(person, here.now.me);
  const open = () =>
    asking.run(async () => {
      const opened = await here.together.openWayBack(id);
      return opened.type === 'ReturnOpened' ? undefined : opened;
    });
  const above = <TextLink to="/people">{t`People here`}</TextLink>;
  if (found?.some(({ back }) => back))
    return (
      <Page
        key="back"
        above={above}
        title={
          <Trans>
            <bdi>{name}</bdi> is back.
          </Trans>
        }
        action={
          <LinkButton to="/people" kind="filled">
            <Trans>People here</Trans>
          </LinkButton>
        }
      >
        <p>
          <Trans>Their lost devices read nothing that is written from now on.</Trans>
        </p>
      </Page>
    );
  if (!way)
    return (
      <Page
        key="begin"
        above={above}
        title={
          <Trans>
            Did <bdi>{name}</bdi> ask you, in person or by a voice you know?
          </Trans>
        }
        action={
          <Button kind="filled" isDisabled={asking.working} onPress={() => void open()}>
            <Trans>Yes. Open the way back</Trans>
          </Button>
        }
      >
        <p>
          <Trans>
            A message is not enough: whoever holds their phone can write one. They need a new
            device; you show it a code, and compare four words.
          </Trans>
        </p>
        <p>
          {isTrustee ? (
            <Trans>
              Another of those they chose does the same on their own device. Then they are in again,
              with everything they could read, their notebook too.
            </Trans>
          ) : (
            <Trans>
              As a steward you can do this alone. What only they could read stays closed; two people
              whom they chose as trustees can open it, if they chose some.
            </Trans>
          )}
        </p>
        <p>
          <Trans>The devices they lost end with it.</Trans>
        </p>
        <Refused refusal={asking.refusal} />
      </Page>
    );
  const link = `${window.location.origin}/return#${way.fragment}`;
  return (
    <Page
      key="open"
      above={above}
      title={
        <Trans>
          Show this to <bdi>{name}</bdi>’s new device.
        </Trans>
      }
    >
      <WhoAsks way={way} found={found ?? []} isTrustee={isTrustee} />
      <QrCode says={link} label={t`A code that opens the way back`} />
      <p>
        <bdi className="invite-link" dir="ltr">
          {link}
        </bdi>
      </p>
      <p className="quiet">
        <Trans>
          It works for two days. Whoever opens it can read nothing until you have said yes here.
        </Trans>
      </p>
    </Page>
  );
}

/** Looks again and again who asks, while the page is open; undefined before the first look. */
function useWhoAsks(way: WayBack | undefined): readonly Returning[] | undefined {
  const together = useTogether()?.together;
  const [found, setFound] = useState<readonly Returning[]>();
  const { fragment, member, until, by } = way ?? {};
  useEffect(() => {
    if (!together || !fragment || !member || !until || !by) return;
    let gone = false;
    let timer: number | undefined;
    const look = async () => {
      const now = await together.lookBack({ fragment, member, until, by });
      if (gone) return;
      if (!('type' in now)) setFound(now);
      timer = window.setTimeout(() => void look(), LOOKS);
    };
    void look();
    return () => {
      gone = true;
      clearTimeout(timer);
    };
  }, [together, fragment, member, until, by]);
  return found;
}
