/** Words put one after another, with the comma of their language. */
export function together(words: readonly (string | null | undefined)[], language: string): string {
  const comma = /^(ar|fa|ur|ckb|ps|ug)\b/.test(language) ? '، ' : ', ';
  return words.filter((word) => word !== null && word !== undefined && word !== '').join(comma);
}
