/** The cover: see cover state. */
export function Cover() {
  return null;
}
