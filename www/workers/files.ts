/** The bytes of a file of the site. */
export async function fetchBytes(url: URL): Promise<Uint8Array> {
  const response = await fetch(url).catch(() => {
    throw new Error(`${url.pathname} could not be fetched: check the connection, then reload the page.`);
  });
  if (!response.ok) {
    throw new Error(
      `Expected ${url.pathname} on the server, but it answered ${response.status}: run the set-up again.`,
    );
  }
  return new Uint8Array(await response.arrayBuffer());
}

/** Images and labels of one split of the data set. */
export function fetchSplit(base: string, split: 'train' | 't10k'): Promise<[Uint8Array, Uint8Array]> {
  const file = (kind: string) => fetchBytes(new URL(`data/${split}-${kind}-ubyte.gz`, base));
  return Promise.all([file('images-idx3'), file('labels-idx1')]);
}
