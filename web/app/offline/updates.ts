/**
 * The service worker seen from the page: registered once, and whether a new release waits. It is taken
 * only when someone says so; the page then opens again.
 */
import { ownScript } from '../../ui/trusted.ts';

const listeners = new Set<() => void>();
let waiting: ServiceWorker | null = null;
let chosen = false;

export const updates = {
  /** Whether a new release is on the device and waits. */
  isWaiting: () => waiting !== null,
  subscribe(heard: () => void): () => void {
    listeners.add(heard);
    return () => void listeners.delete(heard);
  },
  /** Takes the new release and opens the page again. */
  updateNow(): void {
    chosen = true;
    waiting?.postMessage('update-now');
  },
};

/** Keeps the application on this device. Does nothing while developing. */
export function keepOnDevice(): void {
  if (!import.meta.env.PROD || !('serviceWorker' in navigator)) return;
  const { serviceWorker } = navigator;
  serviceWorker.addEventListener('controllerchange', () => {
    if (chosen) window.location.reload();
  });
  serviceWorker
    .register(ownScript('/sw.js'), { updateViaCache: 'none' })
    .then(follow)
    .catch(() => undefined);
}

function follow(registration: ServiceWorkerRegistration): void {
  hear(registration);
  registration.addEventListener('updatefound', () => {
    registration.installing?.addEventListener('statechange', () => hear(registration));
  });
}

function hear(registration: ServiceWorkerRegistration): void {
  waiting = navigator.serviceWorker.controller ? registration.waiting : null;
  for (const heard of listeners) heard();
}
