/** The few fixed choices of an ask. Their words on screen are in `web/rooms/asks`. */

/** What is asked for. Order is the order of the list on screen. */
export const askKinds = [
  'presence',
  'sign-on-letter',
  'public-statement',
  'rapid-response',
  'translation',
  'space',
  'funds',
  'introductions',
  'quiet',
  'amicus-brief',
  'other',
] as const;
export type AskKind = (typeof askKinds)[number];

/** Every ask ends in one of these, dated. A holding reply is none of them. */
export const answers = ['yes', 'in-part', 'not-now', 'no'] as const;
export type Answer = (typeof answers)[number];

/**
 * How much deciding an ask takes: a standing rule answers it, one proposes and another agrees, or the three
 * questions come first.
 */
export const askSizes = ['agreed', 'simple', 'hard'] as const;
export type AskSize = (typeof askSizes)[number];

/** How an answer came about; kept beside it. */
export const decidedWays = ['together', 'second', 'consent', 'rule', 'alone'] as const;
export type DecidedWay = (typeof decidedWays)[number];

/** *Can we make a real difference here?* Five steps, never added up. */
export const contributionSteps = [
  'very-unlikely',
  'unlikely',
  'hard-to-say',
  'likely',
  'very-likely',
] as const;
export type ContributionStep = (typeof contributionSteps)[number];

/** *Who of our members would take part?* */
export const memberShares = ['staff', 'some', 'many'] as const;
export type MemberShare = (typeof memberShares)[number];

/** Languages a message is read in and a reply is drafted in. */
export const replyLanguages = ['en', 'es', 'ar'] as const;
export type ReplyLanguage = (typeof replyLanguages)[number];
