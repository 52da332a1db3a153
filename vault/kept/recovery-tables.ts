/** Records by which people help each other back, each in its reader's circle of one. */

/** Where a trustee's device finds the shares that others gave into their keeping. */
export { SHARES_TABLE } from '../joining/trustees.ts';

/** Ways back that were opened: `member` who comes back, `link`, `until` (ms since 1970), `by` whom. */
export const RETURNS_TABLE = 'returns';
