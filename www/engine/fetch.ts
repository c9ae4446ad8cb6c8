import { Failed } from './failure/failure';

/** A file of the site, as it begins to arrive. */
export async function fetchFile(url: URL): Promise<Response> {
  const response = await fetch(url).catch(() => {
    throw new Failed({ kind: 'unreachable', path: url.pathname });
  });
  if (response.ok) return response;
  throw new Failed({ kind: 'missing', path: url.pathname, status: response.status });
}
