/** What open tabs of this browser tell each other about the cover: that it was asked for, and wrong codes. */

/** The name of the event in this tab and of the channel to the others. */
export const coverAsked = 'alongside-cover';

/** Covers every open tab, this one first. */
export function askForCover(): void {
  window.dispatchEvent(new Event(coverAsked));
  const tabs = new BroadcastChannel(coverAsked);
  tabs.postMessage('cover');
  tabs.close();
}

/** This tab among the others: a channel also brings a page what another channel of its own sent. */
const thisTab = crypto.randomUUID();

/** A wrong code was typed here: the five tries are those of all tabs together. */
export function tellWrongCode(): void {
  const tabs = new BroadcastChannel(coverAsked);
  tabs.postMessage({ wrongCodeIn: thisTab });
  tabs.close();
}

/** What a message of the channel says here; null for this tab's own wrong code. */
export function heardFrom(message: unknown): 'cover' | 'wrong code' | null {
  if (typeof message !== 'object' || message === null || !('wrongCodeIn' in message))
    return 'cover';
  return message.wrongCodeIn === thisTab ? null : 'wrong code';
}
