// The service worker, which keeps the site for when there is no network.

import type { Module } from '../engine/protocol';
import { whenIdle } from './async/idle';

/** Registered; nothing where the browser has none, or the host lacks the file. */
export async function register(base: string): Promise<ServiceWorkerRegistration | undefined> {
  if (!isSecureContext || !('serviceWorker' in navigator)) return undefined;
  const url = new URL('service-worker.js', base);
  return navigator.serviceWorker.register(url, { updateViaCache: 'none' }).catch(() => undefined);
}

/**
 * Has it fetch these builds of the crate before they are wanted, once it keeps the rest and the page has nothing else to do. Asked
 * at each visit: a worker that was stopped meanwhile goes on with what it lacks.
 */
export async function keepBuilds(builds: readonly Module[]) {
  const { active } = await navigator.serviceWorker.ready;
  await new Promise<void>((resolve) => whenIdle(resolve));
  active?.postMessage({ keep: builds });
}

/** Calls back when a version waits to take the place of the page's own, or has taken it at another window's wish. */
export function onNewerVersion(registration: ServiceWorkerRegistration, then: () => void) {
  const { serviceWorker } = navigator;
  let own = serviceWorker.controller;
  const look = () => {
    if (registration.waiting && own) then();
  };
  look();
  registration.addEventListener('updatefound', () =>
    registration.installing?.addEventListener('statechange', look),
  );
  serviceWorker.addEventListener('controllerchange', () => {
    // At the first visit it is the page's own that comes.
    if (own) then();
    own = serviceWorker.controller;
  });
  // A page that was open for days looks again when it is looked at.
  document.addEventListener('visibilitychange', () => {
    if (!document.hidden) registration.update().catch(() => undefined);
  });
}

/** Lets the version that waits take over, and opens the page anew from it. */
export async function takeNewerVersion(base: string) {
  const { serviceWorker } = navigator;
  const waiting = (await serviceWorker.getRegistration(base))?.waiting;
  if (!waiting) return location.reload();
  serviceWorker.addEventListener('controllerchange', () => location.reload(), { once: true });
  waiting.postMessage('take over');
}
