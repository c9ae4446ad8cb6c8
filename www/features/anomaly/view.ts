// The picture that is judged, what made it unlike the training images, and its scores.

import '../../app/uses/style.css';
import './panel/style.css';
import type { Mount } from '../../app/feature';
import { tellOpen } from '../../app/uses/tell-open';
import type { Placed, Scored } from '../../engine/protocol/uses';
import { find, make } from '../../ui/dom';
import { blankTile, paint, paintDifference, theme } from '../../ui/ink';
import { watch } from '../../ui/lifetime';
import { isColour } from '../../ui/pixels';
import { sayIn } from '../../ui/said';
import { shownData } from '../../ui/shown-data';
import { count, decimal, sentences } from '../../ui/words';
import markup from './panel/markup.html?raw';
import { words } from './panel/words';
import type { Judged, Looked } from './state';
import { surplusAsInk } from './surplus';
import { verdictOf } from './verdict';

const KINDS: readonly Looked['kind'][] = ['picture', 'letter', 'scribble', 'blank', 'upsideDown'];

export const mount: Mount = (root, context, signal) => {
  find(HTMLElement, 'div', root).innerHTML = markup;
  sayIn(root, words, signal);
  tellOpen(root, 'anomaly', context.send, signal);
  for (const show of [chooseKind, showWords, showPictures, showScores]) show(root, context, signal);
};

const chooseKind: Mount = (root, { state, send }, signal) => {
  const { looked } = state.anomaly;
  const buttons = KINDS.map((kind) => {
    const button = make('button', '');
    button.type = 'button';
    // Pressed again, it shows another one.
    const choose = () => send({ do: 'judge picture', looked: { kind, seed: looked.peek().seed + 1 } });
    button.addEventListener('click', choose, { signal });
    watch(signal, () => {
      button.textContent = words.value.kinds[kind];
      button.setAttribute('aria-pressed', String(looked.value.kind === kind));
    });
    return button;
  });
  find(HTMLElement, '#anomaly-kinds', root).append(...buttons);
};

const showWords: Mount = (root, { state }, signal) => {
  const status = find(HTMLElement, '#anomaly-words', root);
  const progress = find(HTMLProgressElement, '#anomaly-progress', root);
  watch(signal, () => {
    const { none, empty, table } = words.value;
    const { judged, waits } = state.anomaly;
    const isAutoencoder = state.model.shown.value?.summary.config.deterministic;
    const learnt = judged.value?.learnt;
    progress.hidden = !waits.value || isAutoencoder === true;
    progress.setAttribute('aria-label', table);
    if (learnt) Object.assign(progress, { max: learnt.all, value: learnt.done });
    else progress.removeAttribute('value');
    const said = isAutoencoder ? none : judged.value ? judgedWords(judged.value) : waits.value ? '' : empty;
    // The same words are not said again with each part.
    if (status.textContent !== said) status.textContent = said;
  });
};

function judgedWords({ learnt, places }: Judged): string {
  const { learning, few, usual, strange, fooled, methods, join } = words.value;
  const verdict = places && verdictOf(places);
  // Tens of training images: nobody wants to hear of each.
  const done = Math.floor(learnt.done / 100) * 100;
  const isLearning = learnt.done < learnt.all ? learning(count(done), count(learnt.all)) : undefined;
  if (isLearning || !places) return isLearning ?? '';
  const among = count(places.among);
  if (!verdict) return few(among);
  if (verdict.flagged.length === 0) return usual(among);
  const names = verdict.flagged.map(({ method }) => methods[method] ?? method).join(join);
  const share = verdict.fooled;
  return sentences(strange(names, among), share === undefined ? undefined : fooled(percentOf(share)));
}

const showPictures: Mount = (root, { state }, signal) => {
  const pictures = find(HTMLElement, '#anomaly-pictures', root);
  const legend = find(HTMLElement, '#anomaly-legend', root);
  const [before, map] = ['judged', 'mapWords'].map(() => blankTile());
  if (!before || !map) return;
  for (const [index, canvas] of [before, map].entries()) {
    canvas.setAttribute('role', 'img');
    pictures.children[index]?.prepend(canvas);
  }
  watch(signal, () => {
    before.setAttribute('aria-label', words.value.judged);
    map.setAttribute('aria-label', words.value.mapWords);
  });
  watch(signal, () => {
    theme.value;
    const scored = state.anomaly.judged.value?.scored;
    pictures.hidden = legend.hidden = !scored;
    if (!scored) return;
    paint(before, scored.pixels, '--input');
    legend.textContent = paintSurplus(map, scored);
  });
};

/** In words: what its colours mean. */
function paintSurplus(canvas: HTMLCanvasElement, { pixels, surplus }: Scored): string {
  const { legend, legendColour } = words.value;
  const { extra, missing, most } = surplusAsInk(pixels, surplus);
  paintDifference(canvas, extra, missing);
  return (isColour(shownData.peek()) ? legendColour : legend)(decimal(most, 1));
}

const showScores: Mount = (root, { state }, signal) => {
  const table = find(HTMLTableElement, '#anomaly-scores', root);
  const body = find(HTMLTableSectionElement, 'tbody', table);
  watch(signal, () => {
    const places = state.anomaly.judged.value?.places;
    table.hidden = !places?.among;
    if (!places) return;
    const flagged = verdictOf(places)?.flagged ?? [];
    body.replaceChildren(...places.placed.map((one) => lineOf(one, places.among, flagged.includes(one))));
  });
};

function lineOf({ method, value, place }: Placed, among: number, isFlagged: boolean) {
  const { methods, nats, of } = words.value;
  const head = make('th', '', methods[method] ?? method);
  head.scope = 'row';
  const isNats = method !== 'twoSided' && method !== 'nearestCode';
  const said = isNats ? nats(decimal(value, 1)) : decimal(value, 2);
  return make(
    'tr',
    isFlagged ? 'flagged' : '',
    head,
    make('td', '', said),
    make('td', '', of(percentOf(place), count(among))),
  );
}

/** 100 is said where all are lower, and nowhere else. */
const percentOf = (share: number) => (share === 1 ? 100 : Math.min(99, Math.round(100 * share)));
