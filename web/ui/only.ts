/** The id of the one record of a table that has one: sixteen zero bytes. */
export const only = 'A'.repeat(22);
