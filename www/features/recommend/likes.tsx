// What is liked: chosen from a list that can be searched, or a test person's.

import '@preact/signals';
import './panel/style.css';
import { type Signal, signal as signalOf } from '@preact/signals-core';
import { render } from 'preact';
import type { Mount, PanelContext } from '../../app/feature';
import { StepButtons } from '../../app/input/step-buttons';
import { inputSteps, type Steps } from '../../app/input/steps';
import { atEnd, watchValue } from '../../ui/lifetime';
import { shownData } from '../../ui/shown-data';
import { count } from '../../ui/words';
import { keepLikes } from './keep-likes';
import { likedOf } from './liked';
import { Item } from './panel/item';
import { words } from './panel/words';

/** Of what is found so many are shown: who looks for one of more goes on typing. */
const SHOWN = 60;

interface Given extends Pick<PanelContext, 'state' | 'send'> {
  steps: Steps;
  sought: Signal<string>;
}

export const mount: Mount = (root, context, signal) => {
  const { state, send } = context;
  keepLikes(context, signal);
  const steps = inputSteps(context, signal);
  const sought = signalOf('');
  watchValue(
    signal,
    () => shownData.value,
    // What other data call theirs says nothing of these.
    () => {
      sought.value = '';
    },
  );
  render(<Likes state={state} send={send} steps={steps} sought={sought} />, root);
  atEnd(signal, () => render(null, root));
};

function Likes(given: Given) {
  const said = words.value;
  return (
    <>
      <h2 id="likes-title">{said.title}</h2>
      <p class="lead">{said.lead}</p>
      <Liked {...given} />
      <Offered {...given} />
    </>
  );
}

function Liked({ state, send, steps }: Given) {
  const said = words.value;
  const input = state.input.shown.value;
  const liked = likedOf(input, shownData.value);
  const person = input.kind === 'sample' && liked.length > 0 ? personOf(input) : '';
  return (
    <>
      <ul class="items" aria-label={said.liked}>
        {liked.map((item) => (
          <li key={item}>
            <Item item={item} liked send={send} />
          </li>
        ))}
      </ul>
      <p class="note" role="status">
        {liked.length === 0 ? said.none : person}
      </p>
      <div class="buttons">
        <button
          type="button"
          id="test-person"
          aria-keyshortcuts="d"
          onClick={() => send({ do: 'take test sample' })}
        >
          {said.testPerson}
        </button>
        <button
          type="button"
          id="like-nothing"
          aria-keyshortcuts="c"
          disabled={liked.length === 0}
          onClick={() => send({ do: 'clear' })}
        >
          {said.clear}
        </button>
        <StepButtons steps={steps} />
      </div>
    </>
  );
}

const personOf = ({ split, index }: { split: string; index: number }) =>
  (split === 't10k' ? words.value.person : words.value.trainingPerson)(count(index));

function Offered({ state, send, sought }: Given) {
  const said = words.value;
  const liked = new Set(likedOf(state.input.shown.value, shownData.value));
  const found = sought.value.trim() ? matching(sought.value) : state.recommend.commonest.value;
  const offered = found.filter((item) => !liked.has(item));
  return (
    <>
      <input
        type="search"
        id="find-item"
        aria-label={said.find}
        placeholder={said.find}
        value={sought.value}
        onInput={({ currentTarget }) => {
          sought.value = currentTarget.value;
        }}
      />
      <p class="note" role="status">
        {foundWords(sought.value, offered.length)}
      </p>
      <ul class="items offered scrolls-down" aria-label={said.offered}>
        {offered.slice(0, SHOWN).map((item) => (
          <li key={item}>
            <Item item={item} liked={false} send={send} />
          </li>
        ))}
      </ul>
    </>
  );
}

function foundWords(sought: string, found: number): string {
  const said = words.value;
  if (!sought.trim()) return said.commonest;
  return found === 0 ? said.noMatch : said.matches(count(Math.min(found, SHOWN)), count(found));
}

/** Those whose names have the text, in any case: first those that begin with it, and of these the shortest. */
function matching(text: string): readonly number[] {
  const sought = text.trim().toLowerCase();
  const names = (shownData.value.items ?? []).map((name) => name.toLowerCase());
  const places = Array.from(names.keys()).filter((item) => names[item]?.includes(sought));
  const begins = (item: number) => Number(names[item]?.startsWith(sought));
  const length = (item: number) => names[item]?.length ?? 0;
  return places.sort((one, other) => begins(other) - begins(one) || length(one) - length(other));
}
