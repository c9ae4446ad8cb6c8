// Answers requests with a folder's files, and with their compressed copies where the client takes these.

import { statSync } from 'node:fs';
import { extname, join } from 'node:path';
import mimeTypes from 'mime-types';
import Negotiator from 'negotiator';
import send from 'send';

const copies = { br: '.br', gzip: '.gz' };
const methods = ['GET', 'HEAD'];
/** Other names in `Host` come from pages that point a name of their own at this machine. */
const loopback = /^(localhost|127\.0\.0\.1|\[::1\])(:\d+)?$/i;

/** False for every path that cannot be one too: a name too long, or below a file. */
function isFile(path) {
  try {
    return statSync(path).isFile();
  } catch {
    return false;
  }
}

function refuse(response, status, message, headers = {}) {
  response.writeHead(status, { 'Content-Type': 'text/plain; charset=utf-8', ...headers }).end(`${message}\n`);
}

/** The coding that the client likes best of those that the file has a copy in; undefined for the file itself. */
function codingOf(request, file) {
  const made = isFile(file) ? Object.keys(copies).filter((coding) => isFile(file + copies[coding])) : [];
  const [best] = new Negotiator(request).encodings([...made, 'identity'], { preferred: made });
  return best === 'identity' ? undefined : best;
}

/** The decoded path of the file that is asked for; undefined where there can be none of that name. */
function pathOf(request, base) {
  const [path] = request.url.split('?');
  if (!path.startsWith(base)) return undefined;
  try {
    const decoded = decodeURIComponent(path.slice(base.length - 1)).replace(/\/$/, '/index.html');
    return decoded.includes('\0') ? undefined : decoded;
  } catch {
    return undefined;
  }
}

/** The last bytes of a file that has fewer are all of it (RFC 9110, 14.1.2); `send` would refuse them. */
function takeWholeSuffix({ headers }, size) {
  const [, last] = /^bytes=-(\d+)$/.exec(headers.range ?? '') ?? [];
  if (Number(last) > size) headers.range = 'bytes=0-';
}

/** `send` knows ranges, conditions and how to stay in its folder, and closes the file when the client goes away. */
function sendFile(request, response, folder, path) {
  const coding = codingOf(request, join(folder, path));
  const name = coding ? path + copies[coding] : path;
  const stream = send(request, encodeURIComponent(name), { root: folder, index: false, cacheControl: false });
  stream.on('file', (_path, { size }) => takeWholeSuffix(request, size));
  stream.on('headers', () => {
    response.setHeader('Cache-Control', 'no-cache');
    response.setHeader('Vary', 'Accept-Encoding');
    response.setHeader('Content-Type', mimeTypes.contentType(extname(path)) || 'application/octet-stream');
    if (coding) response.setHeader('Content-Encoding', coding);
  });
  stream.on('directory', () => refuse(response, 404, 'Not found'));
  stream.on('error', ({ status, message, headers }) => {
    if (response.headersSent) return response.destroy();
    response.removeHeader('Content-Encoding');
    refuse(response, status, status === 404 ? 'Not found' : message, headers);
  });
  stream.pipe(response);
}

/** A listener for a server of `folder` below `base`, for this machine alone; `headersOf` a path go with every answer. */
export function staticFiles(folder, { base = '/', headersOf = (_path) => ({}) } = {}) {
  return (request, response) => {
    const path = pathOf(request, base);
    for (const [name, value] of Object.entries(headersOf(path ?? ''))) response.setHeader(name, value);
    if (!loopback.test(request.headers.host ?? '')) {
      return refuse(response, 403, 'Expected localhost as the host');
    }
    if (!methods.includes(request.method)) {
      return refuse(response, 405, 'Expected GET or HEAD', { Allow: methods.join(', ') });
    }
    if (path === undefined) return refuse(response, 404, 'Not found');
    sendFile(request, response, folder, path);
  };
}
