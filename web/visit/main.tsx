/**
 * The page for people with nothing installed: it reads the link, shows what is asked, and sends the answer,
 * sealed here. It keeps nothing on the device, knows no account and asks nobody else for anything.
 */
import '../ui/look/index.css';
import { openVisit } from '@alongside/vault/visit';
import { createRoot } from 'react-dom/client';
import { speak } from './speak.ts';
import { Visit } from './Visit.tsx';

const fragment = window.location.hash;
// The link is out of the history of a borrowed phone; coming back takes the message again.
window.history.replaceState(null, '', window.location.pathname);

const place = document.getElementById('app');
if (place) {
  const context = {
    server: window.location.origin,
    fetch: (input: RequestInfo | URL, init?: RequestInit) => fetch(input, init),
    isOnline: () => navigator.onLine,
    timeout: (milliseconds: number) => AbortSignal.timeout(milliseconds),
    random: (length: number) => crypto.getRandomValues(new Uint8Array(length)),
    clock: Date.now,
  };
  const [found] = await Promise.all([openVisit(fragment, context), speak()]);
  createRoot(place).render(<Visit found={found} again={() => openVisit(fragment, context)} />);
}
