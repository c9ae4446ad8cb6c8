// What is drawn from, and the sheet, with the nearest training picture beside each sample.

import './panel/style.css';
import type { Mount } from '../../app/feature';
import { tellOpen } from '../../app/uses/tell-open';
import { find, make, option } from '../../ui/dom';
import { blankTile, paint, theme } from '../../ui/ink';
import { watch } from '../../ui/lifetime';
import { sayIn } from '../../ui/said';
import { imageAt, imagesIn, shownData } from '../../ui/shown-data';
import { count, decimal, sentences } from '../../ui/words';
import markup from './panel/markup.html?raw';
import { words } from './panel/words';
import type { From, Neighbours, Sheet } from './state';

const SOURCES: readonly string[] = ['prior', 'aggregated', 'near', 'ofClass'] satisfies From[];
const isSource = (value: string): value is From => SOURCES.includes(value);

export const mount: Mount = (root, context, signal) => {
  find(HTMLElement, 'div', root).innerHTML = markup;
  sayIn(root, words, signal);
  tellOpen(root, 'generate', context.send, signal);
  for (const show of [chooseSource, chooseDraw, showSheet, showStatus]) show(root, context, signal);
};

const chooseSource: Mount = (root, { state, send }, signal) => {
  const from = find(HTMLSelectElement, '#generate-from', root);
  const ofClass = find(HTMLElement, '#generate-of-class', root);
  const chosen = find(HTMLSelectElement, '#generate-class', root);
  const { draw } = state.generate;
  const choose = () => isSource(from.value) && send({ do: 'generate', change: { from: from.value } });
  from.addEventListener('change', choose, { signal });
  const pick = () => send({ do: 'generate', change: { classIndex: Number(chosen.value) } });
  chosen.addEventListener('change', pick, { signal });
  watch(signal, () => {
    chosen.replaceChildren(...shownData.value.classes.map((name, index) => option(String(index), name)));
    const { classIndex } = draw.peek();
    if (classIndex >= chosen.length) send({ do: 'generate', change: { classIndex: 0 } });
    chosen.value = String(draw.peek().classIndex);
  });
  watch(signal, () => {
    from.value = draw.value.from;
    ofClass.hidden = draw.value.from !== 'ofClass';
  });
};

const chooseDraw: Mount = (root, { state, send }, signal) => {
  const temperature = find(HTMLInputElement, '#generate-temperature', root);
  const said = find(HTMLOutputElement, 'output', root);
  const nearest = find(HTMLInputElement, '#generate-nearest', root);
  const { draw, sheet, besideNearest } = state.generate;
  const warm = () => send({ do: 'generate', change: { temperature: temperature.valueAsNumber } });
  temperature.addEventListener('input', warm, { signal });
  const again = () => send({ do: 'generate', change: { seed: draw.peek().seed + 1 } });
  find(HTMLButtonElement, '#generate-again', root).addEventListener('click', again, { signal });
  const compare = () => send({ do: 'show nearest', shown: nearest.checked });
  nearest.addEventListener('change', compare, { signal });
  for (const [id, format] of [
    ['#generate-save', 'png'],
    ['#generate-arrays', 'npz'],
  ] as const) {
    const button = find(HTMLButtonElement, id, root);
    const save = () => send({ do: 'save', what: 'generated', format, plain: false });
    button.addEventListener('click', save, { signal });
    watch(signal, () => {
      button.disabled = sheet.value === undefined;
    });
  }
  watch(signal, () => {
    temperature.valueAsNumber = draw.value.temperature;
    said.textContent = decimal(draw.value.temperature, 1);
    nearest.checked = besideNearest.value;
  });
};

const showSheet: Mount = (root, { state, send }, signal) => {
  const all = find(HTMLElement, '.generated', root);
  const goTo = ({ z, latentSize, classIndex }: Sheet, index: number) => {
    if (state.model.shown.peek()?.summary.config.conditional) send({ do: 'choose class', classIndex });
    send({ do: 'move', z: [...z.subarray(index * latentSize, (index + 1) * latentSize)] });
  };
  watch(signal, () => {
    theme.value;
    words.value;
    const { sheet, neighbours } = state.generate;
    const [made, beside] = [sheet.value, neighbours.value];
    all.classList.toggle('compared', beside !== undefined);
    const indices = made ? Array.from({ length: imagesIn(made.images) }, (_, index) => index) : [];
    const figures = made && indices.map((index) => figureOf(made, beside, index, () => goTo(made, index)));
    all.replaceChildren(...(figures ?? []));
  });
};

function figureOf({ images }: Sheet, beside: Neighbours | undefined, index: number, go: () => void) {
  const { sample, training, distance } = words.peek();
  const [button, own] = [make('button', ''), blankTile()];
  button.type = 'button';
  button.setAttribute('aria-label', sample(index + 1));
  button.addEventListener('click', go);
  button.append(own);
  paint(own, imageAt(images, index), '--output');
  const figure = make('figure', '', button);
  if (!beside) return figure;
  const other = blankTile();
  other.setAttribute('role', 'img');
  other.setAttribute('aria-label', training(index + 1));
  paint(other, imageAt(beside.images, index), '--input');
  const apart = distance(decimal(beside.distances[index] ?? 0, 1));
  figure.append(other, make('figcaption', '', apart));
  return figure;
}

const showStatus: Mount = (root, { state }, signal) => {
  const status = find(HTMLElement, '#generate-words', root);
  const { sheet, lack, waits, encoded, neighbours } = state.generate;
  watch(signal, () => {
    const { picture, posterior, noPrior, waits: drawing, encoding, done, compared } = words.value;
    const [made, beside] = [sheet.value, neighbours.value];
    const about = state.model.shown.value?.summary.config.deterministic ? noPrior : undefined;
    if (encoded.value > 0) status.textContent = encoding(count(encoded.value));
    else if (lack.value) status.textContent = lack.value === 'picture' ? picture : posterior;
    else if (waits.value || !made) status.textContent = drawing;
    else if (!beside) status.textContent = sentences(done(imagesIn(made.images)), about);
    else {
      const mean = beside.distances.reduce((sum, one) => sum + one, 0) / beside.distances.length;
      const said = compared(imagesIn(made.images), count(beside.among), decimal(mean, 1));
      status.textContent = sentences(said, about);
    }
  });
};
