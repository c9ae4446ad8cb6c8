// The runs that a plan has made: maps, curves and figures side by side, named by what sets them apart.

import { computed, signal as signalOf } from '@preact/signals-core';
import type { Mount } from '../../app/feature';
import { ofRun, refusals } from '../../app/model/unlike';
import { TERMS, type Term } from '../../app/run/history';
import type { KeptRun } from '../../app/run/kept';
import { differencesWords, runFigureWords, runNameWords } from '../../app/run/words';
import type { ReadonlyState } from '../../app/store';
import { dataOf, isImage } from '../../engine/data/spec';
import { find, make } from '../../ui/dom';
import { paint, theme } from '../../ui/ink';
import { onResize, watch } from '../../ui/lifetime';
import { picture } from '../../ui/svg';
import { text } from '../../ui/text';
import { count, sentences } from '../../ui/words';
import { drawCurves, scalesOf } from './charts';
import { LEAST } from './spread';
import type { SweepMap } from './state';

interface Made {
  run: KeptRun;
  /** What sets it apart. */
  name: string;
  map: SweepMap | undefined;
}

export const showMade: Mount = (root, { state }, signal) => {
  const made = find(HTMLElement, '.made', root);
  const list = find(HTMLElement, '.runs-beside', root);
  const choice = find(HTMLSelectElement, '#sweep-term', root);
  const term = signalOf<Term>('elbo');
  const width = signalOf(0);
  const choose = () => {
    term.value = TERMS.find((each) => each === choice.value) ?? 'elbo';
  };
  choice.addEventListener('change', choose, { signal });
  onResize(signal, list, () => {
    width.value = list.clientWidth;
  });
  const runs = computed(() => madeOf(state));
  watch(signal, () => {
    made.hidden = runs.value.length === 0;
  });
  watch(signal, () => {
    theme.value;
    width.value;
    list.replaceChildren(...runs.value.map(({ run, name, map }) => make('li', '', figureOf(run, name, map))));
    showCurves(root, runs.value, term.value);
    const named = runs.value.map(({ run, name }) => ({ name, quantity: ofRun(run.config, run.dataSet) }));
    find(HTMLElement, '#sweep-unlike', root).textContent = sentences(...refusals(named));
  });
};

function madeOf({ sweep, runs }: ReadonlyState): Made[] {
  const made = sweep.runs.value.flatMap((run) => runs.kept.value.find((kept) => kept.run === run) ?? []);
  const differ = differencesWords(made);
  return made.map((run, index) => ({
    run,
    name: differ[index] || runNameWords(run.name),
    map: sweep.maps.value.get(run.run),
  }));
}

function figureOf(run: KeptRun, name: string, map: SweepMap | undefined) {
  const words = text.value.sweep;
  const canvas = make('canvas', '');
  canvas.hidden = !isImage(dataOf(run.config.model));
  canvas.setAttribute('role', 'img');
  canvas.setAttribute('aria-label', words.map(name));
  if (map) paint(canvas, map.pixels, '--ink', map.columns, dataOf(run.config.model));
  const test = run.epochTest ?? run.test;
  const figure = runFigureWords(run);
  const named = test && !run.config.model.deterministic ? `${text.value.terms.elbo} ${figure}` : figure;
  const caption = make(
    'figcaption',
    '',
    make('b', '', name),
    make('span', '', `${runNameWords(run.name)} · ${words.steps(count(run.position.step))} · ${named}`),
  );
  if (map && map.spread < LEAST) {
    caption.append(make('span', 'pending', words.alike(count(run.position.step))));
  }
  const ending = run.ending && run.ending !== 'epochs' ? text.value.training.endings[run.ending] : undefined;
  if (ending) caption.append(make('span', 'pending', ending));
  const curve = picture('curve');
  return make('figure', '', caption, canvas, curve);
}

function showCurves(root: HTMLElement, runs: readonly Made[], term: Term) {
  const words = text.value.sweep;
  const histories = runs.map(({ run }) => run.history);
  const { ranges, flat } = scalesOf(histories, term);
  const epochs = Math.max(0, ...histories.map(({ train }) => train.epochs.at(-1) ?? 0));
  for (const [index, curve] of root.querySelectorAll<SVGElement>('.curve').entries()) {
    const [made, range] = [runs[index], ranges[index]];
    if (!made || !range) continue;
    curve.setAttribute('role', 'img');
    curve.setAttribute('aria-label', words.curve(text.value.terms[term], made.name));
    curve.removeAttribute('aria-hidden');
    drawCurves(curve, curve.clientWidth || 300, made.run.history, { term, range, epochs });
  }
  const names = flat.flatMap((index) => runs[index]?.name ?? []);
  find(HTMLElement, '#sweep-scale', root).textContent =
    names.length > 0 ? words.ownScales(names) : words.oneScale;
}
