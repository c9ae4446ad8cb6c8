// Figure: the input on its way through the model, with the numbers of this moment.

import { ofInput } from '../../app/input/away';
import { distance } from '../../app/latent/vectors';
import { make } from '../../ui/dom';
import { paint, wipe } from '../../ui/ink';
import { text } from '../../ui/text';
import { decimal, latentName } from '../../ui/words';
import { tiles } from './aside';
import { drawn, type Figure } from './stage';
import { encodingOf, said } from './whose';

/** Dimensions with a line each; of more, all but the last line of them. */
const LINES = 4;

export const pipeline: Figure = (stage, context, signal) => {
  const { state } = context;
  const [input, output] = tiles(2) as [HTMLCanvasElement, HTMLCanvasElement];
  const [encoder, decoder] = [make('span', ''), make('span', '')];
  const table = make('table', '');
  const reading = make('p', 'reading');
  const end = (name: string, tile: HTMLElement, className: string) =>
    make('div', `end ${className}`, tile, make('var', '', name));
  const given = end('x', input, 'c-input');
  ofInput(given, context, signal);
  stage.append(
    make(
      'div',
      'pipeline',
      given,
      make('p', 'arrow', encoder),
      table,
      make('p', 'arrow', decoder),
      end('x̂', output, 'c-output'),
    ),
    reading,
  );

  const read = () => {
    const encoding = encodingOf(state);
    const [z, own] = [state.latent.z.value, state.article.digit.value];
    if (own && z === own.from)
      return { encoding, z: Array.from(own.encoding.mu), linked: true, pixels: own.encoding.reconstruction };
    return {
      encoding,
      z,
      linked: state.latent.linked.value,
      pixels: state.latent.decoded.value?.pixels,
    };
  };
  drawn(signal, stage, read, ({ encoding, z, linked, pixels }) => {
    const words = text.value.article.pipeline;
    input.setAttribute('aria-label', words.input);
    output.setAttribute('aria-label', words.output);
    encoder.textContent = words.encoder;
    decoder.textContent = words.decoder;
    if (encoding) paint(input, encoding.seen, '--input');
    else wipe(input);
    if (pixels) paint(output, pixels, '--output');
    const mu = encoding ? Array.from(encoding.mu) : undefined;
    const sigma = encoding ? Array.from(encoding.logVar, (value) => Math.exp(value / 2)) : undefined;
    table.replaceChildren(...rowsOf(z, mu, sigma));
    reading.textContent = said(state, readingOf(z, mu, linked));
  });
};

function rowsOf(
  z: readonly number[],
  mu: readonly number[] | undefined,
  sigma: readonly number[] | undefined,
) {
  const shown = z.length > LINES ? LINES - 1 : z.length;
  const figure = (value: number | undefined) => make('td', '', value === undefined ? '–' : decimal(value, 2));
  const head = make('tr', '', make('td', ''), ...['μ', 'σ', 'z'].map((name) => make('th', 'c-latent', name)));
  const lines = z.slice(0, shown).map((value, index) => {
    const name = make('th', '', latentName(index));
    name.scope = 'row';
    return make('tr', '', name, figure(mu?.[index]), figure(sigma?.[index]), figure(value));
  });
  if (shown === z.length) return [head, ...lines];
  const more = make('td', 'more', text.value.article.pipeline.more(z.length - shown));
  more.colSpan = 4;
  return [head, ...lines, make('tr', '', more)];
}

function readingOf(z: readonly number[], mu: readonly number[] | undefined, linked: boolean) {
  const words = text.value.article;
  if (!mu) return words.noInput;
  if (linked) return words.pipeline.follows;
  const away = distance(z, mu);
  return words.pipeline.away(decimal(away, 2));
}
