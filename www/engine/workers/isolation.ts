// A service worker for hosts that send no headers of ours: it adds those that isolate the page, and does nothing else.

import { isolationHeaders } from '../../setup/headers.mjs';

declare const self: ServiceWorkerGlobalScope;

const headers = { ...isolationHeaders, 'Cross-Origin-Resource-Policy': 'same-origin' };

self.addEventListener('install', () => self.skipWaiting());

self.addEventListener('fetch', (event) => {
  if (new URL(event.request.url).origin === location.origin) event.respondWith(isolated(event.request));
});

async function isolated(request: Request): Promise<Response> {
  const response = await fetch(request);
  // A redirect, which the browser follows by itself.
  if (response.status === 0) return response;
  const { body, status, statusText } = response;
  const added = new Headers(response.headers);
  for (const [name, value] of Object.entries(headers)) added.set(name, value);
  return new Response(body, { status, statusText, headers: added });
}
