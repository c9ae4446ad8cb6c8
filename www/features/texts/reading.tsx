// A text to be read by the model: written by hand, or a test text; and what the model expected of it, character by character.

import '@preact/signals';
import './panel/style.css';
import { render } from 'preact';
import type { Mount, PanelContext } from '../../app/feature';
import { KnownTerms } from '../../app/input/known-terms';
import { StepButtons } from '../../app/input/step-buttons';
import { inputSteps, type Steps } from '../../app/input/steps';
import { hasInput } from '../../app/latent/fits';
import type { ExpectedCharacter } from '../../engine/protocol';
import { atEnd } from '../../ui/lifetime';
import { shownData } from '../../ui/shown-data';
import { count, listed } from '../../ui/words';
import { likely, longestOf, typedOf } from '../../ui/written';
import { keepText } from './keep-text';
import { words } from './panel/words';
import { written } from './written';

interface Given extends Pick<PanelContext, 'state' | 'send'> {
  steps: Steps;
}

export const mount: Mount = (root, context, signal) => {
  const { state, send } = context;
  keepText(context, signal);
  const steps = inputSteps(context, signal, {
    typed: state.texts.typed,
    write: (typed) => send({ do: 'type text', typed }),
  });
  render(<Reading state={state} send={send} steps={steps} />, root);
  atEnd(signal, () => render(null, root));
};

function Reading(given: Given) {
  const said = words.value;
  return (
    <>
      <h2 id="text-input-title">{said.input}</h2>
      <p class="lead">{said.lead}</p>
      <Field {...given} />
      <Expected {...given} />
      <KnownTerms state={given.state} summary={said.figures}>
        <p class="note">{said.quantity}</p>
      </KnownTerms>
    </>
  );
}

function Field({ state, send, steps }: Given) {
  const said = words.value;
  const input = state.input.shown.value;
  const shown = input.kind === 'sample' ? written(input, shownData.value) : state.texts.typed.value;
  const refusal = refusalOf(shown);
  return (
    <>
      <textarea
        id="text-field"
        rows={4}
        aria-label={said.field}
        aria-invalid={refusal !== undefined}
        aria-describedby="text-said"
        spellcheck={false}
        value={shown}
        onInput={({ currentTarget }) => send({ do: 'type text', typed: currentTarget.value })}
      />
      <p class={refusal ? 'note refused' : 'note'} id="text-said" role="status">
        {refusal ?? statusOf(input, shown)}
      </p>
      <div class="buttons">
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
          disabled={shown === '' && !hasInput(state)}
          onClick={() => send({ do: 'type text', typed: '' })}
        >
          {said.clear}
        </button>
        <StepButtons steps={steps} />
      </div>
    </>
  );
}

/** The poems are in traditional characters, which people who write simplified ones may not think of. */
const isHan = (letter: string) => /\p{Script=Han}/u.test(letter);

function refusalOf(shown: string): string | undefined {
  const said = words.value;
  const { letters, unknown } = typedOf(shown, shownData.value);
  const longest = longestOf(shownData.value);
  if (unknown.length > 0) return said.unknown(unknown.join(' '), unknown.some(isHan) && letters.some(isHan));
  return letters.length > longest ? said.tooLong(count(longest), count(letters.length)) : undefined;
}

function statusOf(input: Given['state']['input']['shown']['value'], shown: string): string {
  const said = words.value;
  if (shown.trim() === '') return said.none(count(longestOf(shownData.value)));
  if (input.kind !== 'sample') return '';
  return (input.split === 't10k' ? said.test : said.training)(count(input.index));
}

/** Each character over a line that is as full as it was likely. */
function Expected({ state }: Pick<Given, 'state'>) {
  const places = state.texts.expected.value;
  const said = words.value;
  if (places.length === 0) return null;
  return (
    <>
      <h3>{said.expected}</h3>
      <ol class="expected" aria-label={said.expected}>
        {places.map((place, index) => (
          <li
            key={index}
            title={placeWords(place)}
            style={{ '--full': `${Math.round(100 * place.probability)}%` }}
          >
            <span aria-hidden="true">{place.character || said.end}</span>
            <span class="unseen">{placeWords(place)}</span>
          </li>
        ))}
      </ol>
      <p class="note">{said.expectedLead}</p>
    </>
  );
}

function placeWords({ character, probability, likeliest }: ExpectedCharacter): string {
  const said = words.value;
  const besides = likeliest.map((each) => said.besides(nameOf(each.character), likely(each.probability)));
  return said.place(nameOf(character), likely(probability), listed(besides));
}

const nameOf = (character: string) => (character === ' ' ? words.value.space : character || words.value.end);
