// Serves dist/: `node www/setup/serve.mjs [--port N] [--base /some/folder/]`.

import { createServer } from 'node:http';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { isolationHeaders } from './headers.mjs';
import { dist } from './paths.mjs';
import { contentSecurityPolicy } from './policy.mjs';
import { main, SetupError } from './run.mjs';
import { staticFiles } from './static-files.mjs';

const defaultPort = 4173;

const everywhere = { ...isolationHeaders, 'X-Content-Type-Options': 'nosniff' };
const elsewhere = { ...everywhere, 'Content-Security-Policy': contentSecurityPolicy };
/** A page states its own policy, which knows the scripts that it carries; workers have none but what is sent. */
const headersOf = (path) => (path.endsWith('.html') ? everywhere : elsewhere);

function listen(server, port) {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', () => resolve(server.address().port));
  });
}

/** The port that was asked for, else the usual one, else any free one. */
async function listenSomewhere(server, port) {
  try {
    return await listen(server, port ?? defaultPort);
  } catch (error) {
    if (error.code !== 'EADDRINUSE') throw error;
    const free = await listen(server, 0);
    console.log(`  port ${port ?? defaultPort} is taken: using ${free}`);
    return free;
  }
}

/**
 * Serves the site below `base` and returns its URL.
 * @param {{ port?: number | undefined, base?: string }} options
 */
export async function serve({ port, base = '/' } = {}) {
  const server = createServer(staticFiles(dist, { base, headersOf }));
  return `http://localhost:${await listenSomewhere(server, port)}${base}`;
}

/** --port, else PORT, as a number; undefined when neither is given. */
export function parsePort(text = process.env.PORT) {
  if (text === undefined || text === '') return undefined;
  const port = Number(text);
  if (Number.isInteger(port) && port >= 0 && port < 65536) return port;
  throw new SetupError(`The port should be a whole number from 0 to 65535, but is "${text}".`);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  main(async () => {
    const { values } = parseArgs({ options: { port: { type: 'string' }, base: { type: 'string' } } });
    const base = values.base ?? '/';
    console.log(`Serving dist/ at ${await serve({ port: parsePort(values.port), base })}`);
  });
}
