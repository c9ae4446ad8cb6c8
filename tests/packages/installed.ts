// Both packages as a consumer gets them: packed, installed into a folder apart, and served.

import { execFileSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import sirv from 'sirv';

const root = fileURLToPath(new URL('../../', import.meta.url));
const here = join(root, 'tests/packages');
export const NAMES = ['engine', 'element'] as const;

export interface Installed {
  /** Of the consumer: the packages lie in its node_modules. */
  folder: string;
  /** The paths in each package. */
  packed: Record<string, string[]>;
  /** Two origins of the same files. */
  addresses: [string, string];
  end(): void;
}

export async function install(): Promise<Installed> {
  const folder = mkdtempSync(join(tmpdir(), 'consumer-'));
  cpSync(join(here, 'consumer'), folder, { recursive: true });
  const files = pack(folder);
  run(
    'npm',
    ['install', '--offline', '--no-audit', '--no-fund', ...files.map(({ filename }) => `./${filename}`)],
    folder,
  );
  // The project's own, pinned versions; what they build knows nothing of the project.
  run(join(root, 'node_modules/.bin/tsc'), ['-p', '.'], folder);
  run(join(root, 'node_modules/.bin/vite'), ['build', '--base', './', '--logLevel', 'warn'], folder);
  const servers = [serve(folder), serve(folder)];
  await Promise.all(servers.map((server) => new Promise((listening) => server.once('listening', listening))));
  const [one = '', other = ''] = servers.map(
    (it) => `http://localhost:${(it.address() as AddressInfo).port}`,
  );
  return {
    folder,
    packed: Object.fromEntries(
      files.map(({ files }, index) => [NAMES[index], files.map(({ path }) => path)]),
    ),
    addresses: [one, other],
    end() {
      for (const server of servers) {
        server.closeAllConnections();
        server.close();
      }
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

interface Packed {
  filename: string;
  files: { path: string }[];
}

function pack(folder: string): Packed[] {
  const args = ['pack', '--json', '--pack-destination', folder, ...NAMES.map((name) => `./${name}`)];
  return JSON.parse(run('npm', args, join(root, 'dist-packages')));
}

const run = (program: string, args: string[], cwd: string) =>
  execFileSync(program, args, { cwd, encoding: 'utf8', stdio: ['ignore', 'pipe', 'inherit'] });

/** A host without headers of its own, but for letting other origins in. The plain page finds the packages where it is told. */
function serve(folder: string) {
  const setHeaders = (response: { setHeader(name: string, value: string): void }) =>
    response.setHeader('Access-Control-Allow-Origin', '*');
  const files = sirv(folder, { dev: true, setHeaders });
  const page = readFileSync(join(here, 'plain.html'), 'utf8');
  return createServer((request, response) => {
    const { pathname, searchParams } = new URL(request.url ?? '/', 'http://localhost');
    if (pathname !== '/plain.html') return files(request, response);
    const packages = searchParams.get('packages') ?? '/node_modules';
    response.setHeader('Content-Type', 'text/html; charset=utf-8').end(page.replaceAll('PACKAGES', packages));
  }).listen(0, '127.0.0.1');
}
