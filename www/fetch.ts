/** A file of the site, as it begins to arrive. */
export async function fetchFile(url: URL): Promise<Response> {
  const response = await fetch(url).catch(() => {
    throw new Error(`${url.pathname} could not be fetched: check the connection, then reload the page.`);
  });
  if (response.ok) return response;
  throw new Error(
    `Expected ${url.pathname} on the server, but it answered ${response.status}: run the set-up again.`,
  );
}
