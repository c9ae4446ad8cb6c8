// What rooms and features work with: one for the page.

import { ExplorerClient } from '../engine/clients/explorer';
import { download, type Hear } from '../engine/download';
import { Kept } from '../engine/kept';
import type { Site } from '../engine/protocol';
import { openSite } from '../engine/site';
import { type Export, exportsOf } from './export/exports';
import type { AnyFeature } from './feature';
import { hearingOf } from './model/opening';
import { type Load, loadShipped } from './model/opening-model';
import { ModelScope } from './model/scope';
import { UNTRAINED } from './model/state';
import { shippedOf } from './model/words';
import { type Report, reportsTo, toldOf } from './page/commands';
import { Training } from './run/training';
import { type Command, createSend, type Handlers, type Send } from './send';
import type { State } from './store';
import { Uses } from './uses/uses';

export interface Page {
  readonly state: State;
  readonly send: Send;
  readonly report: Report;
  readonly explorer: ExplorerClient;
  /** The owner of which model is shown. */
  readonly model: ModelScope;
  readonly training: Training;
  /** What works on a copy of the model. */
  readonly uses: Uses;
  readonly base: string;
  /** Opened at the first time; a failure is forgotten, so that it can be tried again. */
  readonly site: () => Promise<Site>;
  /** A file of the site. */
  readonly load: Load;
  /** Hears of what comes of the model that the page opens with, and of what it needs. */
  readonly hearOpening: (of: 'module' | 'decoder') => Hear;
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
  const load: Load = (path, ...rest) => download(new URL(path, base), ...rest);
  const report = reportsTo(state);
  const hearOpening = hearingOf(state);
  const sites = new Kept<string, Site>();
  const site = async () => {
    const opened = await sites.get(base, () => openSite(base, hearOpening('module')));
    return { ...opened, data: state.data.used.peek() ?? opened.data };
  };
  const explorer = new ExplorerClient(site, report);
  const model = new ModelScope(state, explorer, report);
  const training = new Training(state, model, explorer, site, threads, report);
  explorer.onReplaced = async () => {
    const { shipped, untrained } = state.model;
    const fresh = shipped.peek() === UNTRAINED ? untrained.peek() : undefined;
    if (fresh) await model.shipUntrained(fresh);
    else await model.open(await loadShipped(load, shipped.peek(), shippedOf(state.model)));
    await training.reconnect();
  };
  let act: Send = () => undefined;
  const page: Page = {
    state,
    report,
    explorer,
    model,
    training,
    uses: new Uses(state, model, site),
    base,
    site,
    load,
    hearOpening,
    send: (command) => act(command),
    exports: exportsOf(features),
  };
  const handlers = features.map(({ commands }) => (commands?.(page) ?? {}) as Handlers<Command>);
  act = createSend(handlers, report, toldOf(state));
  return page;
}
