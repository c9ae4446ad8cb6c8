import type * as Latent from '../public/wasm/cpu/latent';
import { Failed } from './failure/failure';
import { reasonOf } from './failure/reason';
import { fetchFile } from './fetch';
import type { Backend, Build, Site } from './protocol';

export type { Latent };

export const backendOf = (build: Build): Backend => (build === 'webgpu' ? 'webgpu' : 'cpu');

/** What a build exports. */
export type Loaded = typeof Latent & {
  /** Only the threaded build has a pool. */
  initThreadPool?(threads: number): Promise<void>;
  /** Bytes of its module, as the set-up counted them: a server that compresses does not say. */
  moduleSize: number;
};

/** Hears what part of a module has arrived, from 0 to 1. */
type Hear = (part: number) => void;

const loads = new Map<Build, Promise<Loaded>>();

/** Loads a build of the crate, once. The plain CPU build comes compiled; the others are fetched only here, when wanted. */
export function loadBuild(build: Build, site: Site, hear: Hear = () => undefined): Promise<Loaded> {
  const load = loads.get(build) ?? fetchBuild(build, site, hear);
  loads.set(build, load);
  return load;
}

async function fetchBuild(build: Build, { base, module }: Site, hear: Hear): Promise<Loaded> {
  const at = (file: string) => new URL(`wasm/${build}/${file}`, base);
  try {
    const latent: Loaded = await import(/* @vite-ignore */ at('latent.js').href);
    const source =
      build === 'cpu' ? module : await fetchModule(at('latent_bg.wasm'), latent.moduleSize, hear);
    await latent.default({ module_or_path: source });
    return latent;
  } catch (error) {
    throw new Failed({ kind: 'build', build, why: reasonOf(error) });
  }
}

/** The response is left as it came, so that the browser compiles it as it streams and may keep the code: a copy is counted. */
async function fetchModule(url: URL, size: number, hear: Hear): Promise<Response> {
  const response = await fetchFile(url);
  let bytes = 0;
  const count = new WritableStream<Uint8Array>({
    write(chunk) {
      bytes += chunk.length;
      hear(bytes / size);
    },
  });
  // That the download broke is for the compiler to say.
  response
    .clone()
    .body?.pipeTo(count)
    .catch(() => undefined);
  return response;
}
