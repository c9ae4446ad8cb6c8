// Keeps the site for when there is no network, and adds the headers that isolate the page where its host sends none.
// A version is kept whole: its page gets its own files until a person takes the next one.

import { PrecacheController, PrecacheRoute } from 'workbox-precaching';
import { registerRoute, setDefaultHandler } from 'workbox-routing';
import { CacheFirst, NetworkFirst, NetworkOnly } from 'workbox-strategies';
import { isolationHeaders } from '../../setup/headers.mjs';
import type { SiteFile } from '../../setup/site-list.mjs';
import type { Module } from '../protocol';

declare const self: ServiceWorkerGlobalScope;
/** The files of this version: the build puts them in. */
declare const SITE_FILES: readonly SiteFile[];

const USED = 'used';
const headers = { ...isolationHeaders, 'Cross-Origin-Resource-Policy': 'same-origin' };

/** The response with the headers that isolate a page; itself where it has them. */
function isolated(response: Response): Response {
  // A redirect, which the browser follows by itself, has no headers.
  if (response.status === 0) return response;
  const lacking = Object.entries(headers).filter(([name, value]) => response.headers.get(name) !== value);
  if (lacking.length === 0) return response;
  const { body, status, statusText } = response;
  const added = new Headers(response.headers);
  for (const [name, value] of lacking) added.set(name, value);
  return new Response(body, { status, statusText, headers: added });
}

const isolating = {
  cacheWillUpdate: async ({ response }: { response: Response }) =>
    response.status === 200 ? isolated(response) : null,
  handlerWillRespond: async ({ response }: { response: Response }) => isolated(response),
};

// The shell: all that the page needs to open and to do what it can, fetched before this version is offered. What the page has
// loaded already lies in the browser's cache: there is only to ask whether it is the newest.
const shell = new PrecacheController({
  plugins: [
    { requestWillFetch: async ({ request }) => new Request(request, { cache: 'no-cache' }) },
    isolating,
  ],
});
shell.addToCacheList(
  SITE_FILES.filter(({ part }) => part === 'shell').map(({ path: url, sum: integrity, hashed }) => ({
    ...{ url, integrity, revision: hashed ? null : integrity },
  })),
);

// Builds of the crate, models and data, kept when they are used, each by its sum; builds also ahead, when the page says so.
const used = new Map(
  SITE_FILES.filter(({ part }) => part === 'used').map((file) => {
    const url = new URL(file.path, location.href).href;
    return [url, { ...file, key: `${url}?${encodeURIComponent(file.sum)}` }] as const;
  }),
);
const keyed = {
  cacheKeyWillBeUsed: async ({ request }: { request: Request }) => used.get(request.url)?.key ?? request,
};
const keeping = { cacheName: USED, plugins: [keyed, isolating] };
const anew = (request: Request) => request.cache === 'reload';

// The page asks anew for what came damaged.
registerRoute(({ url, request }) => anew(request) && used.has(url.href), new NetworkFirst(keeping));
registerRoute(({ request }) => anew(request), new NetworkOnly({ plugins: [isolating] }));
registerRoute(new PrecacheRoute(shell, { ignoreURLParametersMatching: [/./] }));
registerRoute(({ url }) => used.has(url.href), new CacheFirst(keeping));
// Parts of the version before, which another window may still show.
registerRoute(
  ({ url }) => url.pathname.includes('/assets/'),
  new CacheFirst({ cacheName: shell.strategy.cacheName, plugins: [isolating] }),
);
setDefaultHandler(new NetworkOnly({ plugins: [isolating] }));

self.addEventListener('install', (event) => void shell.install(event));
self.addEventListener('activate', (event) => event.waitUntil(begin(event)));
self.addEventListener('message', (event) => {
  const { data } = event;
  if (data === 'take over') void self.skipWaiting();
  if (data?.keep) event.waitUntil(keepBuilds(data.keep));
});

async function begin(event: ExtendableEvent) {
  await self.clients.claim();
  await keepFetched();
  // Else the next version does.
  if ((await self.clients.matchAll({ type: 'window' })).length < 2) await dropOld(event);
}

/** What pages fetched before this worker was there lies in the browser's cache. */
const keepFetched = () => keep([...used], 'only-if-cached');

function keepBuilds(builds: readonly Module[]) {
  const paths = builds.map((build) => `wasm/${build}/`);
  return keep(
    [...used].filter(([, file]) => paths.some((path) => file.path.startsWith(path))),
    'no-cache',
  );
}

/** One after the other, behind whatever else the page asks for. */
async function keep(files: readonly (readonly [string, SiteFile & { key: string }])[], how: RequestCache) {
  const cache = await caches.open(USED);
  for (const [url, { key, sum, packed }] of files) {
    if (await cache.match(key)) continue;
    const integrity = packed ? '' : sum;
    const options = { cache: how, mode: 'same-origin', priority: 'low', integrity } as const;
    const response = await fetch(url, options).catch(() => undefined);
    if (response?.ok) await cache.put(key, isolated(response));
  }
}

async function dropOld(event: ExtendableEvent) {
  await shell.activate(event);
  const cache = await caches.open(USED);
  const keys = new Set<string>([...used.values()].map(({ key }) => key));
  for (const request of await cache.keys()) if (!keys.has(request.url)) await cache.delete(request);
}
