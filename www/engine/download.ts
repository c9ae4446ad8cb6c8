// Every file of the site comes by here: heard of as it comes, checked when it is there, given up where nothing comes any more.

import { Failed } from './failure/failure';
import { joined } from './joined';
import { patiently, stillComes } from './patience';
import { sha256 } from './sha256';

/** What a list says of a file. */
export interface Listed {
  readonly bytes: number;
  /** In hexadecimal. */
  readonly sha256: string;
  /** What a gzip file holds: a host may unpack it on the way. */
  readonly unpacked?: Listed;
}

/** Hears how many bytes have come. */
export type Hear = (came: number) => void;

/** A file as it begins to arrive, and what gives it up. */
export interface Arriving {
  readonly response: Response;
  readonly giveUp: () => void;
}

const DAMAGED = new Set(['brokenOff', 'wrongSize', 'changed']);

/** Does it once more past the cache, which may keep what came damaged, where that is what went wrong. */
export async function pastCache<Result>(fetch: (cache: RequestCache) => Promise<Result>): Promise<Result> {
  try {
    return await fetch('default');
  } catch (error) {
    const damaged = error instanceof Failed && DAMAGED.has(error.failure.kind);
    if (!damaged) throw error;
    return fetch('reload');
  }
}

/** The bytes of a file; checked where a list has said what to expect. */
export const download = (url: URL, listed?: Listed, hear?: Hear): Promise<Uint8Array<ArrayBuffer>> =>
  pastCache(async (cache) => {
    const { response, giveUp } = await begin(url, cache);
    try {
      return await wholeOf(response, url, listed, hear);
    } catch (error) {
      giveUp();
      throw error;
    }
  });

export async function begin(url: URL, cache: RequestCache = 'default'): Promise<Arriving> {
  const path = url.pathname;
  const ending = new AbortController();
  const giveUp = () => ending.abort();
  const answer = fetch(url, { cache, signal: ending.signal, ...modeOf(url) }).catch(() => {
    throw new Failed({ kind: 'unreachable', path });
  });
  const response = await patiently(answer, () => {
    giveUp();
    return { kind: 'stalled', path, came: 0 };
  });
  if (response.ok) return { response, giveUp };
  giveUp();
  throw new Failed({ kind: 'missing', path, status: response.status });
}

/**
 * As the page's head asks beforehand for its first files, which WebKit gives to no other kind of request. A frame in a sandbox has no
 * origin of its own, whatever its address.
 */
const modeOf = ({ origin }: URL): RequestInit =>
  origin === globalThis.origin ? { mode: 'no-cors', credentials: 'include' } : {};

/** All bytes of a response. */
export async function wholeOf(
  response: Response,
  { pathname: path }: URL,
  listed?: Listed,
  hear: Hear = () => undefined,
): Promise<Uint8Array<ArrayBuffer>> {
  const some: Uint8Array[] = [];
  let came = 0;
  for await (const bytes of chunksOf(response, path)) {
    some.push(bytes);
    came += bytes.length;
    hear(came);
  }
  const whole = joined(some);
  if (!listed) return whole;
  const expected = listed.unpacked?.bytes === came ? listed.unpacked : listed;
  if (came !== expected.bytes) throw new Failed({ kind: 'wrongSize', path, expected: expected.bytes, came });
  if (!(await hasSum(whole, expected.sha256))) throw new Failed({ kind: 'changed', path });
  return whole;
}

export async function* chunksOf({ body }: Response, path: string) {
  if (!body) return;
  const reader = body.getReader();
  let came = 0;
  const read = () =>
    reader.read().catch(() => {
      throw new Failed({ kind: 'brokenOff', path, came });
    });
  try {
    for (;;) {
      const { done, value } = await patiently(read(), () => ({ kind: 'stalled', path, came }));
      if (done) return;
      stillComes();
      came += value.length;
      yield value;
    }
  } finally {
    reader.cancel().catch(() => undefined);
  }
}

/** Outside a secure context, as on plain http, a browser reckons no sums: there all passes that has the right size. */
async function hasSum(bytes: Uint8Array<ArrayBuffer>, sum: string): Promise<boolean> {
  return !globalThis.crypto?.subtle || (await sha256(bytes)) === sum;
}
