// Puts the page together.

import './styles/all.css';
import { asidesActions } from './actions/asides';
import { attributesActions } from './actions/attributes';
import { exploringActions } from './actions/exploring';
import { exportActions } from './actions/export';
import { inputActions } from './actions/input';
import { mapActions } from './actions/map';
import { modelActions } from './actions/model';
import { pathsActions } from './actions/paths';
import { replayActions } from './actions/replay';
import { runsActions } from './actions/runs';
import { slowMotionActions } from './actions/slow-motion';
import { trainingActions } from './actions/training';
import { createSend } from './commands';
import { placeModel } from './exploring/explore';
import { ExplorerClient } from './exploring/explorer-client';
import { given } from './exploring/given';
import { ModelStream } from './exploring/model-stream';
import { keepMoving } from './exploring/motion';
import { openingModel } from './exploring/opening-model';
import { ShippedModels } from './exploring/shipped-models';
import { failureOf, faultOf } from './failure';
import { fetchFile } from './fetch';
import { followers } from './followers';
import { isolate } from './isolation';
import { speakFirst } from './language';
import { macrotask } from './macrotask';
import type { Site } from './protocol';
import { keepFormChecked } from './settings/form';
import { formOf } from './settings/settings';
import type { Manifest } from './state/page';
import { createState } from './store';
import { Evaluating } from './training/evaluating';
import { giveWayToHands } from './training/give-way';
import { Replay } from './training/replay';
import { SlowMotion } from './training/slow-motion';
import { Training } from './training/training';
import { warmUpAhead } from './training/warm-up';
import { isUntouched } from './untouched';
import { readUrl } from './url';
import { panels } from './views/panels';

const base = new URL('./', document.baseURI).href;
const load = (path: string) => fetchFile(new URL(path, base));

async function openSite(): Promise<Site> {
  return { base, module: await WebAssembly.compileStreaming(load('wasm/cpu/latent_bg.wasm')) };
}

async function shippedModel(): Promise<Uint8Array> {
  return new Uint8Array(await (await load(`models/${state.shipped.peek()}`)).arrayBuffer());
}

const url = readUrl(location.search);
const state = createState(url.backend ?? 'automatic');
const report = (error: unknown) => {
  // Asked of the model before: of the one that has come since, all is asked anew.
  if (faultOf(error) === 'latentSize') return;
  state.problem.value = failureOf(error);
};

const site = openSite();
const explorer = new ExplorerClient(site, shippedModel);
// The development server rebuilds the plain CPU build alone.
const threads = url.threads ?? (import.meta.env.DEV ? 1 : undefined);
const training = new Training(state, explorer, site, threads, report);
explorer.onReplaced = (summary) => {
  placeModel(state, summary, 0, 0);
  training.showAgain().catch(report);
};
const models = new ShippedModels(state, explorer, training, load);
const replay = new Replay(state, explorer, training, report);
const slowMotion = new SlowMotion(state, explorer, training, site, report);
training.onSnapshot = (run, step) => replay.take(run, step);
const send = createSend(
  {
    ...exploringActions(state),
    ...mapActions(state, explorer),
    ...asidesActions(state, explorer, report),
    ...inputActions(state, explorer),
    ...pathsActions(state, explorer),
    ...attributesActions(state),
    ...exportActions(state, explorer),
    ...trainingActions(state, explorer, training),
    ...replayActions(state, replay),
    ...runsActions(state, explorer, training),
    ...slowMotionActions(state, explorer, slowMotion),
    ...modelActions(state, models, training, new Evaluating(state, explorer, site)),
  },
  report,
);

speakFirst().catch(report);
for (const follow of followers) follow(state, explorer, report);
keepMoving(state);
warmUpAhead(state, training);
giveWayToHands((busy) => training.giveWay(busy));

/** One task for each, so that none is long. */
async function showPanels() {
  for (const show of panels) {
    await macrotask();
    show(state, send, report);
  }
}

async function complete(model: ModelStream) {
  const weights = await model.whole();
  await explorer.ask((it) => it.complete(weights));
  state.shippedWhole.value = true;
}

async function listModels() {
  await models.list();
  if (url.model) send({ do: 'choose model', file: `${url.model}.safetensors` });
}

async function open() {
  const model = new ModelStream(openingModel(load));
  placeModel(state, await explorer.open(await model.decodable()), 0, 0);
  const form = formOf(await explorer.ask((it) => it.defaultRun()));
  state.form.value = { ...form, ...url.settings };
  keepFormChecked(state, explorer, training, report);
  // What the first digit does without comes after it.
  await given(state.decoded);
  complete(model).catch(report);
  listModels().catch(report);
  state.manifest.value = (await (await load('data/manifest.json')).json()) as Manifest;
  state.testDigits.value = await explorer.ask((it) => it.openTestDigits());
}

open().catch(report);
showPanels().catch(report);
if (!import.meta.env.DEV) void isolate(base, () => isUntouched(state));
