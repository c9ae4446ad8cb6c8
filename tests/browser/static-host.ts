// A static host that sends no headers of ours, and on request answers badly.

import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';
import sirv from 'sirv';

export const dist = fileURLToPath(new URL('../../dist/', import.meta.url));

/** In place of the files whose paths end so. */
export type Answers = Record<string, (response: ServerResponse<IncomingMessage>) => unknown>;

/** Serves dist/. */
export async function host(answers: Answers) {
  const files = sirv(dist, { dev: true, etag: true });
  const server = createServer((request, response) => {
    const path = new URL(request.url ?? '/', 'http://localhost').pathname;
    const answer = Object.keys(answers).find((end) => path.endsWith(end));
    if (answer) answers[answer]?.(response);
    else files(request, response);
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://localhost:${port}/`,
    close() {
      server.closeAllConnections();
      server.close();
    },
  };
}
