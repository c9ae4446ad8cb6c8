// Puts the page together.

import './ui/styles/all.css';
import type { Manifest } from './app/data/state';
import { followers } from './app/followers';
import { given } from './app/given';
import { inputActions } from './app/input/commands';
import { isolate } from './app/isolation';
import { exploringActions } from './app/latent/commands';
import { placeModel } from './app/latent/explore';
import { ModelStream } from './app/model/model-stream';
import { openingModel } from './app/model/opening-model';
import { panels } from './app/panels';
import { trainingActions } from './app/run/commands';
import { giveWayToHands } from './app/run/give-way';
import { Training } from './app/run/training';
import { warmUpAhead } from './app/run/warm-up';
import { createSend } from './app/send';
import { keepFormChecked } from './app/settings/form';
import { formOf } from './app/settings/settings';
import { createState } from './app/store';
import { isUntouched } from './app/untouched';
import { readUrl } from './app/url';
import { ExplorerClient } from './engine/explorer-client';
import { failureOf, faultOf } from './engine/failure';
import { fetchFile } from './engine/fetch';
import { macrotask } from './engine/macrotask';
import type { Site } from './engine/protocol';
import { arithmeticActions } from './features/arithmetic/commands';
import { asidesActions } from './features/article/commands';
import { directionsActions } from './features/directions/commands';
import { Evaluating } from './features/evaluation/evaluating';
import { exportActions } from './features/export/commands';
import { mapActions } from './features/map/commands';
import { modelActions } from './features/models/commands';
import { ShippedModels } from './features/models/shipped-models';
import { pathsActions } from './features/paths/commands';
import { keepMoving } from './features/paths/motion';
import { replayActions } from './features/replay/commands';
import { Replay } from './features/replay/replay';
import { runsActions } from './features/runs/commands';
import { slowMotionActions } from './features/slow-motion/commands';
import { SlowMotion } from './features/slow-motion/slow-motion';
import { speakFirst } from './ui/text/language';

const base = new URL('./', document.baseURI).href;
const load = (path: string) => fetchFile(new URL(path, base));

async function openSite(): Promise<Site> {
  return { base, module: await WebAssembly.compileStreaming(load('wasm/cpu/latent_bg.wasm')) };
}

async function shippedModel(): Promise<Uint8Array> {
  return new Uint8Array(await (await load(`models/${state.model.shipped.peek()}`)).arrayBuffer());
}

const url = readUrl(location.search);
const state = createState(url.backend ?? 'automatic');
const report = (error: unknown) => {
  // Asked of the model before: of the one that has come since, all is asked anew.
  if (faultOf(error) === 'latentSize') return;
  state.page.problem.value = failureOf(error);
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
    ...arithmeticActions(state),
    ...directionsActions(state),
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
  state.model.whole.value = true;
}

async function listModels() {
  await models.list();
  if (url.model) send({ do: 'choose model', file: `${url.model}.safetensors` });
}

async function open() {
  const model = new ModelStream(openingModel(load));
  placeModel(state, await explorer.open(await model.decodable()), 0, 0);
  const form = formOf(await explorer.ask((it) => it.defaultRun()));
  state.settings.form.value = { ...form, ...url.settings };
  keepFormChecked(state, explorer, training, report);
  // What the first digit does without comes after it.
  await given(state.latent.decoded);
  complete(model).catch(report);
  listModels().catch(report);
  state.data.manifest.value = (await (await load('data/manifest.json')).json()) as Manifest;
  state.data.testDigits.value = await explorer.ask((it) => it.openTestDigits());
}

open().catch(report);
showPanels().catch(report);
if (!import.meta.env.DEV) void isolate(base, () => isUntouched(state));
