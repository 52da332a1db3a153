/** Why a file of contacts or a calendar was not read at all: plain values with facts. */
export type ContactsRefused =
  | { readonly type: 'Empty' }
  /** None of vCard, a table of comma-separated values, iCalendar. */
  | { readonly type: 'NotContacts' }
  /** Sizes in bytes. */
  | { readonly type: 'TooBig'; readonly bytes: number; readonly limit: number }
  | { readonly type: 'TooManyRows'; readonly limit: number }
  /** Its letters are stored in a way that cannot be told. */
  | { readonly type: 'UnknownEncoding' };

/** How much is read: 50,000 rows of a hundred columns are some 20 MB. */
export const contactLimits = {
  bytes: 64 * 1024 * 1024,
  /** Rows of a table, cards or events. */
  rows: 100_000,
} as const;

/** The private error of this folder, turned into its refusal in `read-contacts.ts` and nowhere else. */
export class NotRead extends Error {
  readonly refusal: ContactsRefused;

  constructor(refusal: ContactsRefused) {
    super(refusal.type);
    this.refusal = refusal;
  }
}
