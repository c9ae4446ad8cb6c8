// What somebody would like too, ranked, with what speaks for each.

import '@preact/signals';
import './panel/style.css';
import { render } from 'preact';
import type { Mount, PanelContext } from '../../app/feature';
import { KnownTerms } from '../../app/input/known-terms';
import type { Suggestion } from '../../engine/protocol/uses';
import { atEnd } from '../../ui/lifetime';
import { nameOfItem, shownData } from '../../ui/shown-data';
import { decimal, listed } from '../../ui/words';
import { likedOf } from './liked';
import { Item } from './panel/item';
import { words } from './panel/words';

type Given = Pick<PanelContext, 'state' | 'send'>;

export const mount: Mount = (root, { state, send }, signal) => {
  render(<Suggestions state={state} send={send} />, root);
  send({ do: 'open use', use: 'recommend', open: true });
  atEnd(signal, () => {
    send({ do: 'open use', use: 'recommend', open: false });
    render(null, root);
  });
};

function Suggestions({ state, send }: Given) {
  const said = words.value;
  const suggested = state.recommend.suggested.value;
  return (
    <>
      <h2 id="suggestions-title">{said.suggestions}</h2>
      <p class="lead" role="status">
        {leadWords(state)}
      </p>
      {state.input.away.value && (
        <button type="button" id="back-to-likes" onClick={() => send({ do: 'follow input' })}>
          {said.back}
        </button>
      )}
      <ol class="suggested scrolls-down" aria-labelledby="suggestions-title">
        {suggested?.suggestions.map((each) => (
          <Line key={each.item} {...each} send={send} />
        ))}
      </ol>
      {suggested && <p class="note">{said.quantity}</p>}
      {suggested?.suggestions.some(({ because }) => because.length > 0) && <p class="note">{said.reasons}</p>}
      <KnownTerms state={state} summary={said.figures} />
    </>
  );
}

function leadWords(state: Given['state']): string {
  const said = words.value;
  const suggested = state.recommend.suggested.value;
  if (!suggested) return said.waits;
  if (!suggested.ofLikes) return said.ofPoint;
  return likedOf(state.input.shown.value, shownData.value).length > 0 ? said.ofLikes : said.ofNobody;
}

function Line({ item, probability, because, send }: Suggestion & Pick<Given, 'send'>) {
  const said = words.value;
  return (
    <li>
      <Item item={item} liked={false} send={send} />
      <span class="probability">{said.share(decimal(100 * probability, 1))}</span>
      {because.length > 0 && (
        <span class="because">
          {said.because} {listed(because.map((reason) => nameOfItem(reason.item)))}
        </span>
      )}
    </li>
  );
}
