/**
 * One partner. It opens with what they did for us, then what we did for them, in sentences with their
 * days. Nothing is counted but in the table that a person opens.
 */
import { t } from '@lingui/core/macro';
import { useLingui } from '@lingui/react';
import { Trans } from '@lingui/react/macro';
import { lineAddress } from '../../ui/LineLink.tsx';
import { TextLink } from '../../ui/Link.tsx';
import { OwnWords, ownWords } from '../../ui/OwnWords.tsx';
import { Page } from '../../ui/Page.tsx';
import { partWords } from '../../ui/partner-words.ts';
import { usePartner } from '../../ui/partners.ts';
import { WhoCanReadThis } from '../../ui/WhoCanRead.tsx';
import { useParam } from '../../ui/where.ts';
import { useRecord } from '../../ui/workspace.tsx';
import { AboutPartner } from './partner/AboutPartner.tsx';
import { Conversations } from './partner/Conversations.tsx';
import { Harms } from './partner/Harms.tsx';
import { LongView } from './partner/LongView.tsx';
import { OpenedToThem } from './partner/OpenedToThem.tsx';
import { AsTable, Passed } from './partner/Passed.tsx';
import { PeopleThere } from './partner/PeopleThere.tsx';
import { Says } from './partner/Says.tsx';
import { TakeOutContact } from './partner/TakeOutContact.tsx';
import { WereInTouch } from './WereInTouch.tsx';
import './Partners.css';

export default function PartnerPage() {
  const here = usePartner(useParam('partner'));
  const { _ } = useLingui();
  if (!here) {
    return (
      <Page title={<Trans>This partner is not here any more.</Trans>}>
        <p>
          <TextLink to="/partners">
            <Trans>See all partners</Trans>
          </TextLink>
        </p>
      </Page>
    );
  }
  const { partner, between } = here;
  const { id, movement, part } = partner;
  return (
    <Page
      title={<OwnWords>{partner.name || t`Without a name`}</OwnWords>}
      readers={<WhoCanReadThis table="partners" record={id} />}
      aside={<AboutPartner key={id} here={here} />}
    >
      {movement && <p {...ownWords(movement)}>{movement}</p>}
      {part && <p className="quiet">{_(partWords[part])}</p>}
      <OpenedToThem partner={partner} />
      <Passed title={<Trans>What they did for us</Trans>} passed={between.fromThem} />
      <Passed title={<Trans>What we did for them</Trans>} passed={between.fromUs} />
      <Passed title={<Trans>Together</Trans>} passed={between.together} />
      <Says says={here.says} />
      <AsTable between={between} />
      <TakeOutContact contacts={here.contacts} />
      <WereInTouch partner={id} />
      <Harms partner={id} harms={here.harms} />
      <PeopleThere ids={here.ids} />
      <Conversations partner={id} conversations={here.conversations} />
      <LongView key={id} partner={partner} />
      <FromStory source={partner.from} />
    </Page>
  );
}

/** The line of the story that names them. */
function FromStory({
  source,
}: {
  readonly source: { readonly story: string; readonly piece: string; readonly line: number } | null;
}) {
  const story = useRecord('stories', source?.story ?? '');
  if (!source || !story) return null;
  const title = <OwnWords>{typeof story.title === 'string' ? story.title : ''}</OwnWords>;
  return (
    <p className="quiet">
      <TextLink to={lineAddress(source)}>
        {story.title ? (
          <Trans>
            Named in the story {title}, line {source.line}
          </Trans>
        ) : (
          <Trans>Named in a story, line {source.line}</Trans>
        )}
      </TextLink>
    </p>
  );
}
