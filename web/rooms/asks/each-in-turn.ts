/** Several things that are due: a mistake of ours in one keeps none of the others from happening. */

/** Does one after the other, as long as `goesOn`. The first thing that was thrown is thrown at the end. */
export async function eachInTurn(
  steps: readonly (() => void | Promise<void>)[],
  goesOn: () => boolean = () => true,
): Promise<void> {
  const mistakes: unknown[] = [];
  for (const step of steps) {
    if (!goesOn()) break;
    try {
      await step();
    } catch (mistake) {
      mistakes.push(mistake);
    }
  }
  if (mistakes.length > 0) throw mistakes[0];
}
