// A map of codes whose labels a person asks for, one by one, and what those labels are worth.

import './style.css';
import { CODES } from '../../../app/codes/state';
import type { Mount } from '../../../app/feature';
import { showPictures } from '../../../app/uses/restored';
import { nearestTo, placed, scatter } from '../../../app/uses/scatter';
import { sizeOf } from '../../../engine/data/spec';
import type { Told, ToldBeside } from '../../../engine/protocol/uses';
import { find } from '../../../ui/dom';
import { theme } from '../../../ui/ink';
import { watch } from '../../../ui/lifetime';
import { nameOfClass, shownData } from '../../../ui/shown-data';
import { count } from '../../../ui/words';
import { words } from '../panel/words';
import { fillShares } from '../table';
import { drawCurve } from './curve';

const SPACES = ['codes', 'pca', 'pixels'] as const satisfies readonly (keyof ToldBeside)[];
/** Pictures of the labels that came last. */
const LAST = 10;
/** A finger is this far from what it means, as a part of the map's side. */
const REACH = 0.05;

export const mountHand: Mount = (root, context, signal) => {
  for (const show of [showMap, choose, showLabelled, showTold]) show(root, context, signal);
};

const showMap: Mount = (root, { state }, signal) => {
  const part = find(HTMLElement, '#sort-by-hand', root);
  const lead = find(HTMLElement, '#sort-hand-lead', root);
  const canvas = find(HTMLCanvasElement, '#sort-hand-map', root);
  watch(signal, () => {
    theme.value;
    const { byHand, chosen } = state.sort;
    const isConditional = state.model.shown.value?.summary.config.conditional;
    part.hidden = !byHand.value || isConditional === true;
    if (!byHand.value) return;
    const { places, labels } = byHand.value;
    lead.textContent = words.value.handLead(count(labels.length));
    canvas.setAttribute('aria-label', words.value.handMap(count(labels.length), chosen.value.length));
    const known = new Set(chosen.value);
    scatter(canvas, places, labels, (index) => known.has(index));
  });
};

const choose: Mount = (root, { state, send }, signal) => {
  const { byHand, chosen } = state.sort;
  const canvas = find(HTMLCanvasElement, '#sort-hand-map', root);
  const [next, last, all] = ['label-next', 'unlabel', 'forget-labels'].map((name) =>
    find(HTMLButtonElement, `#sort-${name}`, root),
  ) as [HTMLButtonElement, HTMLButtonElement, HTMLButtonElement];
  const label = (now: readonly number[]) => send({ do: 'label codes', chosen: now });
  const firstUnlabelled = () => {
    const known = new Set(chosen.value);
    return byHand.value?.labels.findIndex((_, index) => !known.has(index)) ?? -1;
  };
  const press = ({ offsetX, offsetY }: MouseEvent) => {
    const { clientWidth: side } = canvas;
    const places = placed(byHand.peek()?.places ?? new Float32Array(), side);
    const index = nearestTo([offsetX, offsetY], places, REACH * side);
    if (index === undefined) return;
    const others = chosen.peek().filter((one) => one !== index);
    // A label that is there is taken back.
    label(others.length < chosen.peek().length ? others : [...others, index]);
  };
  canvas.addEventListener('click', press, { signal });
  next.addEventListener('click', () => label([...chosen.peek(), firstUnlabelled()]), { signal });
  last.addEventListener('click', () => label(chosen.peek().slice(0, -1)), { signal });
  all.addEventListener('click', () => label([]), { signal });
  watch(signal, () => {
    next.disabled = firstUnlabelled() < 0;
    last.disabled = all.disabled = chosen.value.length === 0;
  });
};

const showLabelled: Mount = (root, { state }, signal) => {
  const status = find(HTMLElement, '#sort-hand-words', root);
  const tiles = find(HTMLElement, '.by-hand .tries', root);
  watch(signal, () => {
    theme.value;
    const { noLabels, labelled, labelOf, comparing } = words.value;
    const { chosen = [], labels, pictures = [], told = [] } = state.sort.byHand.value ?? {};
    const named = chosen.map((index) => nameOfClass(labels?.[index] ?? 0));
    const last = named.at(-1);
    const said = last === undefined ? noLabels : labelled(named.length, last);
    status.textContent = last !== undefined && told.length === 0 ? `${said} ${comparing}` : said;
    const shown = pictures.map((pixels, index) => ({
      name: labelOf(index + 1, named[index] ?? ''),
      figures: [],
      pixels,
      ofModel: false,
      best: false,
    }));
    showPictures(tiles, shown.slice(-LAST).reverse());
  });
};

const showTold: Mount = (root, { state }, signal) => {
  const part = find(HTMLElement, '.by-hand-told', root);
  const table = find(HTMLTableElement, '#sort-hand-told', root);
  const curve = find(SVGElement, '.by-hand-curve', root);
  const note = find(HTMLElement, '#sort-hand-note', root);
  watch(signal, () => {
    const { space, spaces, ways, handNote } = words.value;
    const told = state.sort.byHand.value?.told ?? [];
    const now = told.at(-1);
    part.hidden = !now;
    if (!now) return;
    const latent = state.model.shown.value?.summary.config.latentSize ?? 2;
    const pixels = sizeOf(shownData.value);
    const many = { codes: latent, pca: Math.min(latent, pixels), pixels };
    const shares = ({ neighbours, probe }: Told) => [neighbours, probe];
    fillShares(table, {
      heads: [space, ways.neighbours, ways.probe],
      lines: SPACES.map((name) => ({ name: spaces[name](many[name]), shares: shares(now[name]) })),
      digits: 1,
    });
    const lines = SPACES.map((name) =>
      told.map((one): [number, number] => [one[name].labels, one[name].neighbours]),
    );
    drawCurve(curve, lines);
    const tests = Math.min(CODES, state.data.testSamples.value ?? CODES);
    const trainings = state.sort.found.value?.encoded.all ?? 0;
    note.textContent = handNote(count(tests), count(trainings));
  });
};
