// What rooms and features work with: one for the page.

import { ExplorerClient } from '../engine/clients/explorer';
import { failureOf } from '../engine/failure/failure';
import { fetchFile } from '../engine/fetch';
import type { Site } from '../engine/protocol';
import { type Export, exportsOf } from './export/exports';
import type { AnyFeature } from './feature';
import { ModelScope } from './model/scope';
import { Training } from './run/training';
import { type Command, createSend, type Handlers, type Send } from './send';
import type { State } from './store';

export interface Page {
  readonly state: State;
  readonly send: Send;
  readonly report: (error: unknown) => void;
  readonly explorer: ExplorerClient;
  /** The owner of which model is shown. */
  readonly model: ModelScope;
  readonly training: Training;
  readonly site: Promise<Site>;
  /** A file of the site, as it begins to arrive. */
  readonly load: (path: string) => Promise<Response>;
  /** What can be saved as a file. */
  readonly exports: readonly Export[];
}

/** The state of all of them. A part may build on those before it. */
export function createState(features: readonly AnyFeature[]): State {
  const state: Record<string, unknown> = {};
  const taken = new Set<string>();
  for (const { name, state: make } of features) {
    if (taken.has(name)) throw new Error(`Two features are called “${name}”: name one of them anew.`);
    taken.add(name);
    if (make) state[name] = make(state as unknown as State);
  }
  return state as unknown as State;
}

/** Everything that the features work with, and their commands; `threads` is what the address asks for. */
export function openPage(
  state: State,
  features: readonly AnyFeature[],
  base: string,
  threads: number | undefined,
): Page {
  const load = (path: string) => fetchFile(new URL(path, base));
  const report = (error: unknown) => {
    state.page.problem.value = failureOf(error);
  };
  const site = openSite(base, load);
  const shipped = async () =>
    new Uint8Array(await (await load(`models/${state.model.shipped.peek()}`)).arrayBuffer());
  const explorer = new ExplorerClient(site, shipped);
  const model = new ModelScope(state, explorer, report);
  const training = new Training(state, model, explorer, site, threads, report);
  explorer.onReplaced = (loaded) => {
    model.opened(loaded);
    training.reconnect().catch(report);
  };
  let act: Send = () => undefined;
  const page: Page = {
    state,
    report,
    explorer,
    model,
    training,
    site,
    load,
    send: (command) => act(command),
    exports: exportsOf(features),
  };
  const handlers = features.map(({ commands }) => (commands?.(page) ?? {}) as Handlers<Command>);
  act = createSend(handlers, report);
  return page;
}

async function openSite(base: string, load: Page['load']): Promise<Site> {
  return { base, module: await WebAssembly.compileStreaming(load('wasm/cpu/latent_bg.wasm')) };
}
