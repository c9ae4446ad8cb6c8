// The text that is read: typed, pasted, an example, or a test text.

import '@preact/signals';
import './panel/style.css';
import { render } from 'preact';
import type { Mount, PanelContext } from '../../app/feature';
import { StepButtons } from '../../app/input/step-buttons';
import { inputSteps, type Steps } from '../../app/input/steps';
import { hasInput } from '../../app/latent/fits';
import { atEnd } from '../../ui/lifetime';
import { nameOfClass, shownData } from '../../ui/shown-data';
import { count, listed, sentences } from '../../ui/words';
import { keepText } from './keep-text';
import { KnownWords } from './known';
import { words } from './panel/words';
import { isTooLong, MOST_LETTERS } from './state';

/** Words that are named where a text has none of the model's. */
const NAMED = 8;

interface Given extends Pick<PanelContext, 'state' | 'send'> {
  steps: Steps;
}

export const mount: Mount = (root, context, signal) => {
  const { state, send } = context;
  keepText(context, signal);
  const steps = inputSteps(context, signal, {
    typed: state.words.typed,
    write: (text) => send({ do: 'write text', text }),
  });
  render(<Text state={state} send={send} steps={steps} />, root);
  atEnd(signal, () => render(null, root));
};

const kindOf = () => shownData.value.terms ?? 'words';

function Text({ state, send, steps }: Given) {
  const said = words.value;
  return (
    <>
      <h2 id="text-title">{said.title}</h2>
      <Lead />
      <Field state={state} send={send} />
      <Buttons state={state} send={send} steps={steps} />
      <Taken state={state} />
      <Found state={state} />
    </>
  );
}

/** With the symbol as formulas have it. */
function Lead() {
  const [before, symbol, after] = words.value.lead.split(/<\/?var>/);
  return (
    <p class="lead">
      {before}
      <var>{symbol}</var>
      {after}
    </p>
  );
}

function Field({ state, send }: Pick<Given, 'state' | 'send'>) {
  const said = words.value;
  const label = said.field[kindOf()];
  const { typed } = state.words;
  const isLong = tooLong(typed.value) !== undefined;
  return (
    <textarea
      id="typed-text"
      rows={5}
      lang={kindOf() === 'bigrams' ? 'zh' : 'en'}
      aria-label={label}
      placeholder={label}
      aria-invalid={isLong}
      aria-describedby="text-found"
      value={typed.value}
      onInput={({ currentTarget }) => {
        const text = currentTarget.value;
        send({ do: 'write text', text });
      }}
    />
  );
}

function Buttons({ state, send, steps }: Given) {
  const said = words.value;
  const examples = said.examples[kindOf()];
  const next = () => examples[(examples.indexOf(state.words.typed.peek()) + 1) % examples.length] ?? '';
  const isEmpty = !state.words.typed.value && !hasInput(state);
  return (
    <div class="buttons">
      <button type="button" id="example-text" onClick={() => send({ do: 'write text', text: next() })}>
        {said.example}
      </button>
      <button
        type="button"
        id="test-text"
        aria-keyshortcuts="d"
        onClick={() => send({ do: 'take test sample' })}
      >
        {said.testText}
      </button>
      <button
        type="button"
        id="clear-text"
        aria-keyshortcuts="c"
        disabled={isEmpty}
        onClick={() => send({ do: 'write text', text: '' })}
      >
        {said.clear}
      </button>
      <StepButtons steps={steps} />
    </div>
  );
}

/** The text of a sample. */
function Taken({ state }: Pick<Given, 'state'>) {
  const input = state.input.shown.value;
  if (input.kind !== 'sample') return null;
  const { split, index, label } = input;
  const taken = state.words.taken.value;
  const isThis = taken?.split === split && taken.index === index;
  const of = split === 't10k' ? words.value.test : words.value.training;
  return (
    <figure class="taken">
      <figcaption class="note">{of(count(index), nameOfClass(label))}</figcaption>
      <blockquote class="scrolls-down">{isThis ? taken.text : '…'}</blockquote>
    </figure>
  );
}

function Found({ state }: Pick<Given, 'state'>) {
  return (
    <>
      <p class="note" id="text-found" role="status">
        {foundWords(state)}
      </p>
      <KnownWords state={state} />
    </>
  );
}

function foundWords({ words: { typed, found }, input }: Given['state']): string {
  const said = words.value;
  const long = tooLong(typed.value);
  if (long) return long;
  if (input.shown.value.kind === 'sample') return '';
  if (!typed.value.trim()) return input.shown.value.kind === 'items' ? said.withoutText : said.none;
  if (!found.value) return said.reading;
  const { counts, unknown, terms } = found.value;
  const known = counts.reduce((sum, times) => sum + times, 0);
  if (known === 0) {
    const items = shownData.value.items ?? [];
    return said.noneKnown[kindOf()](count(items.length), listed(items.slice(0, NAMED)));
  }
  if (unknown.length === 0) return said.foundAll(count(terms));
  const named = unknown.slice(0, NAMED);
  return sentences(
    said.found(count(known), count(terms)),
    said.unknown(listed(named), named.length < unknown.length),
  );
}

function tooLong(text: string): string | undefined {
  if (!isTooLong(text)) return undefined;
  return words.value.tooLong(count(MOST_LETTERS), count(text.length));
}
