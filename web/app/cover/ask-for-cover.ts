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

/** A wrong code was typed here: the five tries are those of all tabs together. */
export function tellWrongCode(): void {
  const tabs = new BroadcastChannel(coverAsked);
  tabs.postMessage('wrong code');
  tabs.close();
}
