/**
 * What the words of a language give away about the parts of a story. A language is one small file
 * of these; nothing else in `read/` knows a word of any language. Patterns of whole headings are
 * tried on the plain form (`headings.ts`); the others on text as it stands.
 */

export type Section = 'introduction' | 'guiding' | 'takeaways' | 'prompts';

export interface Rules {
  /** BCP 47. */
  readonly language: string;
  /** Each matches a whole heading that opens the part. */
  readonly headings: Readonly<Record<Section, RegExp>>;
  /** Found in a sentence that leads into the part and ends with a colon. */
  readonly leads: Readonly<Record<'guiding' | 'takeaways' | 'prompts', RegExp>>;
  /** Found in the title of a series. */
  readonly series: RegExp;
  /** Ends right before the name of the one who tells. */
  readonly featuring: RegExp;
  /** The whole of a word or two before the name in a byline. */
  readonly by: RegExp;
  /** Between the last two of a list; one capture-free pattern with the blanks around it. */
  readonly and: RegExp;
  /** Found in a role, as in "executive director". */
  readonly role: RegExp;
  /** Found in the name of an organization and hardly in that of a town. */
  readonly organization: RegExp;
  /** Between a role and its organization: global, blanks included, articles too. */
  readonly roleOf: RegExp;
  /** Articles and such before a role or a name: at the start only. */
  readonly article: RegExp;
  /** Ends right before a campaign; the campaign goes on to the end of the sentence. */
  readonly campaigns: RegExp;
  /** Found in a sentence that names partners. */
  readonly partners: RegExp;
  /** Ends right before the list of partners in such a sentence: global. */
  readonly partnersAre: RegExp;
  /** "she", "they": who says a quote without being named. One alternation, no groups that capture. */
  readonly pronouns: string;
  /** "says", "explained": one alternation. */
  readonly verbs: string;
  /** Abbreviations whose full stop ends no sentence, lower-case, without the stop. */
  readonly abbreviations: readonly string[];
}
