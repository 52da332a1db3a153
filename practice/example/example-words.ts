/** What the example says in one language: all of it invented, in the form real ones have. */
import type { PieceKind } from '../stories/piece.ts';

export interface ExampleWords {
  /** The story's lines: what each is, its words, and who says them where it is a quote. */
  readonly story: readonly (readonly [PieceKind, string, string?])[];
  /** The narrator's role and organization. */
  readonly narrator: { readonly role: string; readonly organization: string };
  /** The movement work of each partner the story names, in its order. */
  readonly movements: readonly string[];
  readonly asks: {
    /** Waits, by tomorrow. */
    readonly interpreters: ExampleAsk;
    /** Waits, by next week. */
    readonly letter: ExampleAsk;
    /** Answered yes, in part, some weeks ago. */
    readonly hall: ExampleAsk & {
      readonly contributionWhat: string;
      readonly longView: string;
      readonly instead: string;
    };
  };
  readonly ourQuestion: string;
  readonly whyPrompt: string;
}

export interface ExampleAsk {
  readonly from: string;
  readonly what: string;
  readonly text: string;
  readonly mostAffected: string;
  readonly theyAskedFor: string;
}
