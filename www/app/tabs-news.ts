// What one tab keeps in this browser's storage, the others list.

/** Hears of what other tabs change of it; answers with what tells them of a change here. */
export function tabsNews(of: string, hear: () => void): () => void {
  if (!globalThis.BroadcastChannel) return () => undefined;
  const channel = new BroadcastChannel(`latent-explorer ${of}`);
  channel.addEventListener('message', hear);
  return () => channel.postMessage('changed');
}

/** What another tab has deleted last of what was listed here, unless it is back. */
export function deletedElsewhere<Item>(
  gone: readonly Item[],
  [before, now]: readonly [readonly Item[], readonly Item[]],
  key: (item: Item) => string,
): readonly Item[] {
  const isThere = new Set(now.map(key));
  const went = before.filter((item) => !isThere.has(key(item)));
  return went.length > 0 ? went : gone.filter((item) => !isThere.has(key(item)));
}
