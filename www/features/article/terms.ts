// Figure: -ELBO as the sum of its two terms, of the input and of the run, on one scale of nats.

import { ofInput } from '../../app/input/away';
import { ofModel, ofRun, type Quantity, refusals } from '../../app/model/unlike';
import type { Terms } from '../../engine/protocol';
import { ticksOf, tickWords } from '../../ui/charts/ticks';
import { dataWords } from '../../ui/config-words';
import { make } from '../../ui/dom';
import { text } from '../../ui/text';
import { labelled, nats, sentences } from '../../ui/words';
import { drawn, type Figure } from './stage';
import { encodingOf, said } from './whose';

/** The scale's least length, in nats. */
const LENGTH = 200;

const NAMES = ['digit', 'train', 'test'] as const;
type Name = (typeof NAMES)[number];
interface Sum {
  terms: Terms;
  quantity: Quantity;
}

export const terms: Figure = (stage, context, signal) => {
  const { state } = context;
  const rows = NAMES.map((name) => makeRow(name));
  for (const { name, element } of rows) if (name === 'digit') ofInput(element, context, signal);
  const ticks = make('div', 'ticks');
  ticks.setAttribute('aria-hidden', 'true');
  const apart = make('p', 'reading');
  stage.append(...rows.map(({ element }) => element), ticks, apart);

  const read = (): Record<Name, Sum | undefined> => {
    const model = state.model.shown.value?.summary.config;
    const run = state.run.config.value;
    const { train } = state.run.history.value;
    const sum = (terms: Terms | undefined, quantity: Quantity | undefined) =>
      terms && quantity && !quantity.model.deterministic ? { terms, quantity } : undefined;
    const dataSet = state.data.used.value?.key;
    const ofIt = run && ofRun(run, dataSet);
    return {
      digit: sum(encodingOf(state)?.terms, model && ofModel(model, 'elbo', dataSet)),
      train: sum(lastOf(train), ofIt),
      test: sum((state.run.test.value ?? state.run.epochTest.value)?.terms, ofIt),
    };
  };
  drawn(signal, stage, read, (sums) => {
    const costs = NAMES.map((name) => -(sums[name]?.terms.elbo ?? 0));
    const length = Math.max(LENGTH, ...costs);
    for (const row of rows) row.show(sums[row.name], length, row.name === 'digit' ? said(state, '') : '');
    const marks = ticksOf([0, length], 5).map((value) => {
      const mark = make('span', '', tickWords(value));
      mark.style.setProperty('--at', String(value / length));
      return mark;
    });
    ticks.replaceChildren(...marks);
    apart.textContent = apartWords(sums);
  });
};

/** Bars of unlike quantities lie on one scale: what makes them so is said. */
function apartWords({ digit, train, test }: Record<Name, Sum | undefined>) {
  const words = text.value.article.terms;
  const named = (name: Name, sum: Sum | undefined) =>
    sum ? [{ name: words[name], quantity: sum.quantity }] : [];
  const ofRun = named('train', train);
  return sentences(
    ...refusals([...named('digit', digit), ...(ofRun.length > 0 ? ofRun : named('test', test))]),
  );
}

const lastOf = ({ reconstruction, kl, elbo }: Record<keyof Terms, readonly number[]>): Terms | undefined =>
  elbo.length > 0
    ? { reconstruction: reconstruction.at(-1) ?? 0, kl: kl.at(-1) ?? 0, elbo: elbo.at(-1) ?? 0 }
    : undefined;

function makeRow(name: Name) {
  const [title, scope, reading] = [make('b', ''), make('span', 'scope'), make('p', 'sum')];
  const parts = (['reconstruction', 'kl'] as const).map((term) => ({ term, bar: make('span', term) }));
  const bar = make('div', 'stacked', ...parts.map(({ bar }) => bar));
  bar.setAttribute('aria-hidden', 'true');
  const element = make('div', 'row', make('p', 'name', title, ' ', scope), bar, reading);

  const show = (sum: Sum | undefined, length: number, whose: string) => {
    const words = text.value.article.terms;
    title.textContent = words[name];
    const data = sum ? dataWords(sum.quantity.model) : '';
    scope.textContent = data && whose ? labelled(data, whose) : data;
    // Of a density the reconstruction term may be below 0.
    let from = 0;
    for (const { term, bar } of parts) {
      const part = Math.max(0, sum?.terms[term] ?? 0) / length;
      bar.style.setProperty('--from', String(from));
      bar.style.setProperty('--part', String(part));
      from += part;
    }
    reading.replaceChildren(...(sum ? sumOf(sum.terms) : [words.none[name]]));
  };
  return { name, element, show };
}

const sumOf = ({ reconstruction, kl, elbo }: Terms) => [
  make('span', 'c-reconstruction', nats(reconstruction)),
  ' + ',
  make('span', 'c-kl', nats(kl)),
  ' = ',
  make('b', 'c-elbo', nats(-elbo)),
];
