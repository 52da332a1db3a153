/** Registers the service worker and says when a new release is waiting. */
import { ownScript } from '../trusted.ts';

export interface Updates {
  /** Whether a new release is on the device and waits. */
  isWaiting(): boolean;
  subscribe(heard: () => void): () => void;
  /** Takes the new release and opens the page again. */
  updateNow(): void;
}

export function watchUpdates(): Updates {
  const listeners = new Set<() => void>();
  let waiting: ServiceWorker | null = null;
  let chosen = false;

  const hear = (registration: ServiceWorkerRegistration) => {
    waiting = navigator.serviceWorker.controller ? registration.waiting : null;
    for (const heard of listeners) heard();
  };
  const follow = (registration: ServiceWorkerRegistration) => {
    hear(registration);
    registration.addEventListener('updatefound', () => {
      registration.installing?.addEventListener('statechange', () => hear(registration));
    });
  };
  if (import.meta.env.PROD && 'serviceWorker' in navigator) {
    navigator.serviceWorker
      .register(ownScript('/sw.js'), { updateViaCache: 'none' })
      .then(follow, () => undefined);
    navigator.serviceWorker.addEventListener('controllerchange', () => {
      if (chosen) window.location.reload();
    });
  }

  return {
    isWaiting: () => waiting !== null,
    subscribe(heard) {
      listeners.add(heard);
      return () => void listeners.delete(heard);
    },
    updateNow() {
      chosen = true;
      waiting?.postMessage('update-now');
    },
  };
}
