/**
 * The three questions in words: those of a set taken from a story, or the built-in ones in the
 * language of the interface. What a set does not ask, the built-in one does.
 */
import {
  builtInQuestions,
  type GuidingQuestion,
  type QuestionLanguage,
  questionSetOf,
} from '@alongside/practice';
import { useLingui } from '@lingui/react';
import { useMemo } from 'react';
import { useByName } from '../../../ui/by-name.ts';
import { useTable } from '../../../ui/workspace.tsx';

export interface Questions {
  readonly words: Readonly<Record<GuidingQuestion, string>>;
  /** What to think of while answering; empty where the question is a story's. */
  readonly more: Readonly<Record<GuidingQuestion, string>>;
  /** Questions of the set that look at something else. */
  readonly open: readonly string[];
  readonly credit: string;
  /** The set in use; null for the built-in one. */
  readonly set: string | null;
  readonly sets: readonly { readonly id: string; readonly name: string }[];
}

export function useQuestions(chosen: string | null): Questions {
  const { i18n } = useLingui();
  const records = useTable('questionSets');
  const byName = useByName();
  return useMemo(() => {
    const own = builtInQuestions[languageOf(i18n.locale)];
    const sets = records.flatMap((record) => questionSetOf(record) ?? []);
    const set = sets.find(({ id }) => id === chosen);
    const words = { contribution: '', 'long-term': '', engagement: '' };
    const more = { ...words };
    for (const question of own.questions) {
      if (!(question.lens in words)) continue;
      const lens = question.lens as GuidingQuestion;
      const theirs = set?.questions.find((each) => each.lens === lens);
      words[lens] = theirs?.text ?? question.text;
      more[lens] = theirs ? '' : question.more;
    }
    const used = new Set<string>(Object.values(words));
    return {
      words,
      more,
      open: set?.questions.map(({ text }) => text).filter((text) => !used.has(text)) ?? [],
      credit: set ? '' : own.credit,
      set: set?.id ?? null,
      sets: sets.map(({ id, name }) => ({ id, name })).sort(byName),
    };
  }, [records, chosen, i18n.locale, byName]);
}

function languageOf(locale: string): QuestionLanguage {
  return locale === 'es' || locale === 'ar' ? locale : 'en';
}
