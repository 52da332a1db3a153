/** The answers to the three questions, named alike in an ask and in an envelope. */
export type AnswerName =
  | 'contribution'
  | 'contributionWhat'
  | 'longView'
  | 'longViewUnknown'
  | 'members'
  | 'atRisk';
