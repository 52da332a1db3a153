/**
 * The lawyer's number outside the seal, for the lock screen: only there if someone chose so, since
 * whoever holds the device can then read it.
 */
const place = 'alongside.lawyer';

export function shownLawyer(): string {
  try {
    return localStorage.getItem(place) ?? '';
  } catch {
    return '';
  }
}

export function showLawyer(number: string): void {
  try {
    if (number === '') localStorage.removeItem(place);
    else localStorage.setItem(place, number);
  } catch {
    // A browser that keeps nothing shows nothing on the lock screen.
  }
}
