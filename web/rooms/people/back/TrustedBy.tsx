/** Whose way back I hold a part of, said on the page of people, so that nobody is a trustee unknowingly. */
import { Trans } from '@lingui/react/macro';
import { TextLink } from '../../../ui/Link.tsx';
import { Row, Rows } from '../../../ui/Rows.tsx';
import { useNames, useTogether } from '../../../ui/together.ts';
import { isTrusteeOf } from './may-help.ts';

export function TrustedBy() {
  const here = useTogether();
  const nameOf = useNames();
  const { people = [], me = '' } = here?.now ?? {};
  const trusting = people.filter((person) => person.active && isTrusteeOf(person, me));
  if (trusting.length === 0) return null;
  return (
    <section className="stack">
      <h2>
        <Trans>Those who trust me</Trans>
      </h2>
      <Rows>
        {trusting.map(({ id }) => {
          const name = nameOf(id);
          return (
            <Row key={id}>
              <p>
                <Trans>
                  You are a trustee for <bdi>{name}</bdi>. If they ask you in person, or by a voice
                  you know, you and another of those they chose can let them back in. Alone you can
                  do nothing with it.
                </Trans>
              </p>
              <TextLink to={`/people/back/${id}`}>
                <Trans>
                  <bdi>{name}</bdi> asked me
                </Trans>
              </TextLink>
            </Row>
          );
        })}
      </Rows>
    </section>
  );
}
