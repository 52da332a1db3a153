/** The long view on a partner's page: how we mean to stay with them. Weighing an ask of theirs asks about the same words. */
import type { Partner } from '@alongside/practice';
import { Trans } from '@lingui/react/macro';
import { Button } from '../../../ui/Button.tsx';
import { today, useSayDay } from '../../../ui/days.ts';
import { useLongView, useLongViewWhileWeighing } from '../../../ui/long-view.ts';
import { ownWords } from '../../../ui/OwnWords.tsx';
import { TextArea } from '../../../ui/TextArea.tsx';

export function LongView({ partner }: { readonly partner: Partner }) {
  const sayDay = useSayDay();
  const { view, text, since, sayStillTrue } = useLongView({ id: partner.id, about: 'partner' });
  const weighed = useLongViewWhileWeighing(partner.id);
  const on = since && sayDay(since);
  const takeOver = (words: string) => {
    text.onChange(words);
    // Nobody is in the field: it goes on showing what is kept, whoever changes it.
    text.onBlur();
  };
  return (
    <>
      <h2>
        <Trans>The long view</Trans>
      </h2>
      <TextArea
        label={<Trans>How we mean to stay with them</Trans>}
        hint={
          <Trans>
            One text that changes as we learn. Weighing an ask of theirs asks: still true?
          </Trans>
        }
        rows={3}
        {...text}
      />
      {weighed !== null && text.value === '' && (
        <div className="stack">
          <p className="quiet">
            <Trans>Written while an ask of theirs was weighed:</Trans>
          </p>
          <p {...ownWords(weighed)}>{weighed}</p>
          <div className="row">
            <Button onPress={() => takeOver(weighed)}>
              <Trans>This is our long view</Trans>
            </Button>
          </div>
        </div>
      )}
      {view.text !== '' && (
        <p className="row">
          {on && (
            <span className="quiet">
              <Trans>Still true on {on}.</Trans>
            </span>
          )}
          {since !== today() && (
            <Button kind="quiet" onPress={sayStillTrue}>
              <Trans>It is still true</Trans>
            </Button>
          )}
        </p>
      )}
    </>
  );
}
