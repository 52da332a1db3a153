/** A message that came with the address, for the page where one would paste it: taken once. */
let message = '';

export function givePasted(text: string): void {
  message = text;
}

export function takePasted(): string {
  const text = message;
  message = '';
  return text;
}
