/**
 * The one way names are put in order: as a dictionary of the reader's language has them, numbers by
 * their size. Names that the language holds for the same go by their letters, then by record, so that
 * the order is the same on every device, whatever order the records arrived in.
 */
export function byName<Named extends { readonly id: string; readonly name: string }>(
  locale: string,
): (a: Named, b: Named) => number {
  const { compare } = new Intl.Collator(locale, { numeric: true });
  return (a, b) => compare(a.name, b.name) || plainly(a.name, b.name) || plainly(a.id, b.id);
}

function plainly(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
