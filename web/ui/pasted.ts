/** A message that came with the address, and the days that came with it, for the page where one would paste it: taken once. */
export interface Pasted {
  readonly text: string;
  /** By when they need to hear, and the day it is for; empty where not said. */
  readonly by: string;
  readonly on: string;
}

const nothing: Pasted = { text: '', by: '', on: '' };
let pasted = nothing;

export function givePasted(given: Pasted): void {
  pasted = given;
}

export function takePasted(): Pasted {
  const taken = pasted;
  pasted = nothing;
  return taken;
}
