/**
 * What of the protocol's own suite is left out, by feature, each with its reason. Nothing else is.
 * Neither is offered in any profile, and asking for it is refused.
 */
export interface Exclusion {
  readonly feature: 'forks' | 'producers';
  readonly reason: string;
  /** Matches the full names of the tests: groups and title, joined by " > ". */
  readonly names: RegExp;
}

export const exclusions: readonly Exclusion[] = [
  {
    feature: 'forks',
    reason: 'A fork lets whoever may write one stream read another; nothing of ours needs it.',
    names: /^Fork - /,
  },
  {
    feature: 'producers',
    reason:
      'A producer id is a lasting pseudonym, any writer can take it, and after a loss it answers "duplicate" for what is not there; our clients read back what they wrote instead.',
    names:
      /^Idempotent Producer Operations > |^Stream Closure > Idempotent Producers with Stream Closure > |^Stream Closure > Edge Cases > (producer-state-survives-close|close-with-different-body-dedup)|^TTL Expiration Behavior > should extend TTL on producer close-only POST/,
  },
];
