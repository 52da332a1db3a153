/** The voucher with which streams are made on a relay that is measured. */
import { hash } from 'node:crypto';

export const voucher = new Uint8Array(32).fill(9);
export const voucherHash = hash('sha256', voucher, 'buffer');
