/** On phones: the places that are not on the bar, rooms that hold something first. */
import { Trans } from '@lingui/react/macro';
import { Page } from '../../ui/Page.tsx';
import { Rows } from '../../ui/Rows.tsx';
import { PlaceLink } from './PlaceLink.tsx';
import { housePlaces, type Place } from './places.tsx';
import { useFurther } from './useFurther.ts';

export default function More() {
  const { inUse, empty } = useFurther();
  return (
    <Page title={<Trans>Everything else is here.</Trans>}>
      <Rows>
        <PlaceRows places={[...inUse, ...housePlaces]} />
      </Rows>
      {empty.length > 0 && (
        <>
          <h2>
            <Trans>Empty so far</Trans>
          </h2>
          <p className="quiet">
            <Trans>These join the list once they hold something.</Trans>
          </p>
          <Rows>
            <PlaceRows places={empty} />
          </Rows>
        </>
      )}
    </Page>
  );
}

function PlaceRows({ places }: { readonly places: readonly Place[] }) {
  return places.map((place) => (
    <li key={place.path}>
      <PlaceLink place={place} />
    </li>
  ));
}
