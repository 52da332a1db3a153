/** Covers every open tab of this browser, this one first. */

/** The name of the event in this tab and of the channel to the others. */
export const coverAsked = 'alongside-cover';

export function askForCover(): void {
  window.dispatchEvent(new Event(coverAsked));
  const tabs = new BroadcastChannel(coverAsked);
  tabs.postMessage('cover');
  tabs.close();
}
