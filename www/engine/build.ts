import type * as Latent from '../public/wasm/cpu/latent';
import { compile } from './compile';
import { download, type Listed } from './download';
import { Failed, failureOf } from './failure/failure';
import { hasFusedProducts } from './fused-products';
import { isListed, readJson } from './json';
import { Kept } from './kept';
import { patiently } from './patience';
import type { Backend, Build, Module, Site } from './protocol';

export type { Latent };

export const backendOf = (build: Build): Backend => (build === 'webgpu' ? 'webgpu' : 'cpu');

/** What a build exports. */
export type Loaded = typeof Latent &
  Described & {
    /** Only the threaded build has a pool. */
    initThreadPool?(threads: number): Promise<void>;
  };

/** Bytes of its module and their SHA-256, as the set-up wrote them: a server that compresses does not say. */
interface Described {
  default(given: { module_or_path: WebAssembly.Module }): Promise<unknown>;
  moduleSize: number;
  moduleSum: string;
}

/** Hears what part of a module has arrived, from 0 to 1. */
type Hear = (part: number) => void;

const builds = new Kept<Build, Loaded>();

/** Loads a build of the crate, once. The plain CPU build comes compiled; the others are fetched only here, when wanted. */
export const loadBuild = (build: Build, site: Site, hear: Hear = () => undefined): Promise<Loaded> =>
  builds.get(build, async () => {
    if (build === 'cpu') return fetchBuild<Loaded>(build, site.base, site.module);
    // The faster of two is not missed where it cannot be had.
    const fused =
      build === 'threads' && hasFusedProducts() && fetchBuild<Loaded>('fused', site.base, undefined, hear);
    return (
      (fused && (await fused.catch(() => undefined))) || fetchBuild<Loaded>(build, site.base, undefined, hear)
    );
  });

/** The script of a build, its module compiled and put in place. Who has compiled the module has checked the script too. */
export async function fetchBuild<Script extends Described>(
  build: Module,
  base: string,
  module?: WebAssembly.Module,
  hear: Hear = () => undefined,
): Promise<Script> {
  const at = (file: string) => new URL(`wasm/${build}/${file}`, base);
  try {
    if (!module) await checkScripts(at);
    const latent = await importScript<Script>(at('latent.js'));
    const listed = { bytes: latent.moduleSize, sha256: latent.moduleSum };
    module ??= await compile(at('latent_bg.wasm'), listed, (came) => hear(came / listed.bytes));
    await latent.default({ module_or_path: module });
    return latent;
  } catch (error) {
    throw new Failed({ kind: 'build', build, why: failureOf(error) });
  }
}

/**
 * No browser holds what a worker imports to a sum: what comes damaged is fetched anew before it runs. Builds but the page's first
 * are made beside it, or after it: a list of their own says what their scripts hash to.
 */
async function checkScripts(at: (file: string) => URL) {
  const sums = Object.entries(await scriptsOf(at('scripts.json')));
  await Promise.all(sums.map(([file, sum]) => download(at(file), sum)));
}

async function scriptsOf(list: URL): Promise<Record<string, Listed>> {
  const sums = Object.entries(readJson(await download(list)) ?? {});
  if (sums.length > 0 && sums.every(([, sum]) => isListed(sum))) return Object.fromEntries(sums);
  throw new Failed({ kind: 'changed', path: list.pathname });
}

function importScript<Script>({ href, pathname: path }: URL): Promise<Script> {
  // What a browser says of a script that is missing or none is in its own words.
  const script = import(/* @vite-ignore */ href).catch(() => {
    throw new Failed({ kind: 'noScript', path });
  });
  return patiently(script, () => ({ kind: 'stalled', path, came: 0 }));
}
