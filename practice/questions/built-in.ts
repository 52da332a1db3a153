/**
 * The questions Alongside brings along for weighing an ask, for those who have taken none from a
 * story of their own. The thought is that of the source story's narrator, and is credited; the words
 * are ours, written in each language for itself.
 */
import type { Lens } from '../stories/tables.ts';

export type QuestionLanguage = 'en' | 'es' | 'ar';

export interface BuiltInQuestion {
  readonly id: string;
  readonly lens: Lens;
  readonly text: string;
  /** What to think of while answering. */
  readonly more: string;
}

export interface BuiltInSet {
  readonly name: string;
  readonly questions: readonly BuiltInQuestion[];
  readonly credit: string;
}

/** The built-in set, in the language of the interface. */
export const builtInQuestions: { readonly [language in QuestionLanguage]: BuiltInSet } = {
  en: {
    name: 'Three questions for a hard decision',
    questions: [
      {
        id: 'contribution',
        lens: 'contribution',
        text: 'Can we make a real difference here?',
        more: 'Say what it would be: people, words, a room, money, someone we know.',
      },
      {
        id: 'long-term',
        lens: 'long-term',
        text: 'What is our long view with them?',
        more: 'Where do we want to stand with this issue, or with these people, in a few years?',
      },
      {
        id: 'engagement',
        lens: 'engagement',
        text: 'Who of our members would take part?',
        more: 'If only staff and the same two leaders would, say so.',
      },
    ],
    credit:
      'After three questions that Zahra Billoo (Council on American-Islamic Relations, San Francisco Bay Area) shares in a Solidarity Story of the Asian American Leaders Table. The wording is ours.',
  },
  es: {
    name: 'Tres preguntas para una decisión difícil',
    questions: [
      {
        id: 'contribution',
        lens: 'contribution',
        text: '¿Podemos aportar algo que de verdad cambie las cosas?',
        more: 'Digan qué sería: gente, palabras, un lugar, dinero, alguien a quien conocemos.',
      },
      {
        id: 'long-term',
        lens: 'long-term',
        text: '¿Cómo queremos acompañarlos a largo plazo?',
        more: '¿Dónde queremos estar con esta causa, o con esta gente, dentro de unos años?',
      },
      {
        id: 'engagement',
        lens: 'engagement',
        text: '¿Qué parte de nuestra gente participaría?',
        more: 'Si solo fueran el personal y las mismas dos personas de siempre, díganlo.',
      },
    ],
    credit:
      'A partir de tres preguntas que Zahra Billoo (Council on American-Islamic Relations, área de la Bahía de San Francisco) comparte en una Historia de Solidaridad de Asian American Leaders Table. La redacción es nuestra.',
  },
  ar: {
    name: 'ثلاثة أسئلة لقرار صعب',
    questions: [
      {
        id: 'contribution',
        lens: 'contribution',
        text: 'هل نستطيع أن نُحدث فرقًا حقيقيًا هنا؟',
        more: 'ما هو هذا الفرق: أشخاص، كلمة، مكان، مال، أو أحد نعرفه.',
      },
      {
        id: 'long-term',
        lens: 'long-term',
        text: 'كيف نرى طريقنا معهم على المدى البعيد؟',
        more: 'أين نريد أن نكون من هذه القضية، أو مع هؤلاء الناس، بعد بضع سنوات؟',
      },
      {
        id: 'engagement',
        lens: 'engagement',
        text: 'مَن مِن أعضائنا سيشارك؟',
        more: 'إن كان المشاركون هم الموظفين والقياديَّين نفسيهما فقط، فلنقل ذلك.',
      },
    ],
    credit:
      'مستوحاة من ثلاثة أسئلة تشاركها زهرة بيلو (مجلس العلاقات الأمريكية الإسلامية، منطقة خليج سان فرانسيسكو) في «قصة تضامن» من سلسلة Asian American Leaders Table. الصياغة لنا.',
  },
};
