// Each feature's markup lies in its folder. The shell, index.html, says by slots where it stands, as one feature's markup does for
// another's within it: `<!-- feature: paths -->` takes features/paths/markup.html, and `<!-- feature: keys/button -->`
// features/keys/button.markup.html, a part that stands apart.

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Plugin } from 'vite';
import type { DataSpec } from '../engine/protocol';

const FEATURES = 'www/features';
const SLOT = /<!-- feature: ([a-z-]+(?:\/[a-z-]+)?) -->/g;
/** A canvas for images, `data-columns` of them beside each other and `data-rows` below. */
const TILE = /<canvas (?=[^>]*class="tile)[^>]*>/g;
const FILE = /^([a-z-]+)\/(?:([a-z-]+)\.)?markup\.html$/;

/** The shell with each feature's markup in its slot; `pieces` has them by the names that slots call them. */
export function putIn(shell: string, pieces: ReadonlyMap<string, string>): string {
  const waiting = new Set(pieces.keys());
  const filled = (markup: string): string =>
    markup.replace(SLOT, (slot, name: string) => {
      const piece = pieces.get(name);
      if (piece === undefined) throw new Error(`The slot ${slot} has no file: expected ${fileOf(name)}.`);
      if (!waiting.delete(name)) throw new Error(`The slot ${slot} stands twice: one of them must go.`);
      return filled(piece.trim());
    });
  const page = filled(shell);
  for (const name of waiting)
    throw new Error(`${fileOf(name)} has no slot: expected <!-- feature: ${name} --> in index.html.`);
  return page;
}

/** Canvases for images take the size of the data that the site is served with, so that nothing moves when they come. */
export function sized(page: string, { width, height }: Pick<DataSpec, 'width' | 'height'>): string {
  return page.replace(TILE, (tile) => {
    const times = (what: string) => Number(tile.match(`data-${what}="(\\d+)"`)?.[1] ?? 1);
    const size = `width="${times('columns') * width}" height="${times('rows') * height}"`;
    return tile.replace('<canvas', `<canvas ${size}`);
  });
}

function fileOf(name: string) {
  const [folder, part] = name.split('/');
  return `${FEATURES}/${folder}/${part ? `${part}.` : ''}markup.html`;
}

/** Every feature's markup, as the files have it now. */
function readPieces(): Map<string, string> {
  const pieces = new Map<string, string>();
  for (const file of readdirSync(FEATURES, { recursive: true, encoding: 'utf8' })) {
    const [, folder, part] = FILE.exec(file.replaceAll('\\', '/')) ?? [];
    if (folder) pieces.set(part ? `${folder}/${part}` : folder, readFileSync(join(FEATURES, file), 'utf8'));
  }
  return pieces;
}

/** What the site is served with: the build of the crate wrote it. */
const siteData = (): DataSpec =>
  JSON.parse(readFileSync('www/public/wasm/cpu/settings.json', 'utf8')).run.model.data;

const whole = (shell: string) => sized(putIn(shell, readPieces()), siteData());

/** The page's whole markup, its texts not yet filled in. */
export const readPage = () => whole(readFileSync('index.html', 'utf8'));

export const markup = (): Plugin => ({
  name: 'markup',
  transformIndexHtml: {
    order: 'pre',
    /** A page without slots, as the benchmark's, is whole. */
    handler: (shell) => (shell.search(SLOT) < 0 ? shell : whole(shell)),
  },
  hotUpdate({ file }) {
    if (file.endsWith('markup.html')) this.environment.hot.send({ type: 'full-reload' });
  },
});
