/** A rule as a sentence: for whom and what, what we answer, how soon and by how many. */
import { approvalsNeeded, type Rule } from '@alongside/practice';
import { useLingui } from '@lingui/react';
import { Plural, Trans } from '@lingui/react/macro';
import { OwnWords } from '../../../ui/OwnWords.tsx';
import { useRecord } from '../../../ui/workspace.tsx';
import { type Language, languages } from '../../../words/languages.ts';
import { answerWords, kindWords, speedWords } from '../ask-words.ts';

export function RuleSentence({ rule }: { readonly rule: Rule }) {
  const { _, i18n } = useLingui();
  const partner = useRecord('partners', rule.partner ?? '')?.name;
  const issue = useRecord('issues', rule.issue ?? '')?.name;
  const { locale } = languages[i18n.locale as Language];
  const kinds = new Intl.ListFormat(locale, { type: 'disjunction' }).format(
    rule.kinds.map((kind) => _(kindWords[kind])),
  );
  const answer = rule.answer && _(answerWords[rule.answer]);
  return (
    <>
      <p>
        {typeof partner === 'string' && (
          <>
            <OwnWords>{partner}</OwnWords>
            {' · '}
          </>
        )}
        {typeof issue === 'string' && (
          <>
            <OwnWords>{issue}</OwnWords>
            {' · '}
          </>
        )}
        {kinds}
      </p>
      <p>
        {answer ? <strong>{answer}</strong> : <Trans>No answer chosen yet.</Trans>}
        {rule.what && (
          <>
            {' · '}
            <OwnWords>{rule.what}</OwnWords>
          </>
        )}
      </p>
      {rule.speed && (
        <p className="quiet">
          {_(speedWords[rule.speed])}
          {' · '}
          <Plural
            value={approvalsNeeded(rule.speed)}
            one="one person approves"
            other="# people approve"
          />
        </p>
      )}
    </>
  );
}
