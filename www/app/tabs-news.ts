// What one tab keeps in this browser's storage, the others list.

/** Hears of what other tabs change of it; answers with what tells them of a change here. */
export function tabsNews(of: string, hear: () => void): () => void {
  if (!globalThis.BroadcastChannel) return () => undefined;
  const channel = new BroadcastChannel(`latent-explorer ${of}`);
  channel.addEventListener('message', hear);
  return () => channel.postMessage('changed');
}
