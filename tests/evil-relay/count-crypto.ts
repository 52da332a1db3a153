/** Counts calls to the platform's cryptography while something runs: costs without a clock. */

export async function countCrypto(
  act: () => Promise<unknown>,
): Promise<{ readonly calls: Readonly<Record<string, number>> }> {
  const calls: Record<string, number> = {};
  const { subtle } = crypto;
  const proto = Object.getPrototypeOf(subtle) as Record<string, unknown>;
  const names = Object.getOwnPropertyNames(proto).filter((name) => name !== 'constructor');
  const before = new Map<string, PropertyDescriptor>();
  for (const name of names) {
    const described = Object.getOwnPropertyDescriptor(proto, name);
    if (typeof described?.value !== 'function') continue;
    before.set(name, described);
    const real = described.value as (...args: unknown[]) => unknown;
    Object.defineProperty(proto, name, {
      ...described,
      value(this: SubtleCrypto, ...args: unknown[]) {
        calls[name] = (calls[name] ?? 0) + 1;
        return real.apply(this, args);
      },
    });
  }
  try {
    await act();
  } finally {
    for (const [name, described] of before) Object.defineProperty(proto, name, described);
  }
  return { calls };
}
