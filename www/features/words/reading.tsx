// What the model reads in the text: its class and why, words that would follow, and texts like it.

import '@preact/signals';
import './panel/style.css';
import { render } from 'preact';
import type { Mount, PanelContext } from '../../app/feature';
import { KnownTerms } from '../../app/input/known-terms';
import { hasInput } from '../../app/latent/fits';
import { hasClasses } from '../../engine/data/spec';
import type { Opinion } from '../../engine/protocol/uses';
import { atEnd } from '../../ui/lifetime';
import { nameOfClass, nameOfItem, shownData } from '../../ui/shown-data';
import { decimal } from '../../ui/words';
import { Word } from './known';
import { words } from './panel/words';
import type { Reading } from './state';

type Given = Pick<PanelContext, 'state' | 'send'>;

export const mount: Mount = (root, { state, send }, signal) => {
  render(<WhatIsRead state={state} send={send} />, root);
  send({ do: 'open use', use: 'words', open: true });
  atEnd(signal, () => {
    send({ do: 'open use', use: 'words', open: false });
    render(null, root);
  });
};

function WhatIsRead({ state, send }: Given) {
  const said = words.value;
  const reading = state.words.reading.value;
  return (
    <>
      <h2 id="reading-title">{said.readingTitle}</h2>
      <p class="lead" role="status">
        {leadWords(state)}
      </p>
      {state.input.away.value && (
        <button type="button" id="back-to-text" onClick={() => send({ do: 'follow input' })}>
          {said.back}
        </button>
      )}
      {reading?.ofText && hasClasses(shownData.value) && <Thought reading={reading} trains={trains(state)} />}
      {reading && <Also reading={reading} />}
      {reading?.near && <Near near={reading.near} />}
      <KnownTerms state={state} summary={said.figures} />
    </>
  );
}

function leadWords(state: Given['state']): string {
  const said = words.value;
  const reading = state.words.reading.value;
  if (!reading) return said.waits;
  if (reading.ofText) return said.ofText;
  return hasInput(state) ? said.ofPoint : said.ofNothing;
}

/** The model that is shown is another one with each step. */
const trains = ({ run, model }: Given['state']) =>
  run.phase.value === 'running' && model.shown.value?.run !== 0;

function Thought({ reading: { opinion }, trains }: { reading: Reading; trains: boolean }) {
  const said = words.value;
  if (!opinion) return <p class="note">{trains ? said.later : said.learning}</p>;
  const likeliest = opinion.confidences.indexOf(Math.max(...opinion.confidences));
  const name = nameOfClass(likeliest);
  const sure = decimal(100 * (opinion.confidences[likeliest] ?? 0), 0);
  return (
    <>
      <p class="opinion" role="status">
        {said.opinion(name, sure)}
      </p>
      <ul class="confidences" aria-label={said.confidences}>
        {opinion.confidences.map((confidence, label) => (
          <li key={label} style={{ '--part': String(confidence) }}>
            <span>{nameOfClass(label)}</span>
            <span class="probability">{said.percent(decimal(100 * confidence, 1))}</span>
          </li>
        ))}
      </ul>
      <p class="note">{said.confidences}</p>
      <Because opinion={opinion} name={name} />
    </>
  );
}

function Because({ opinion: { because }, name }: { opinion: Opinion; name: string }) {
  const said = words.value;
  return (
    <>
      <h3 id="because-title">{said.because(name)}</h3>
      <ol class="because" aria-labelledby="because-title">
        {because.map(({ item, change }) => (
          <li key={item}>
            <Word item={item} />
            <span class="probability">{signed(100 * change)}</span>
          </li>
        ))}
      </ol>
      <p class="note">{said.becauseNote(name)}</p>
    </>
  );
}

const signed = (points: number) => `${points > 0 ? '+' : ''}${decimal(points, 1)}`;

function Also({ reading: { also } }: { reading: Reading }) {
  const said = words.value;
  return (
    <>
      <h3 id="also-title">{said.also}</h3>
      <ol class="also" aria-labelledby="also-title">
        {also.map(({ item, probability }) => (
          <li key={item}>
            {nameOfItem(item)} <span class="probability">{said.percent(decimal(100 * probability, 2))}</span>
          </li>
        ))}
      </ol>
      <p class="note">{said.alsoNote}</p>
    </>
  );
}

function Near({ near }: { near: NonNullable<Reading['near']> }) {
  const said = words.value;
  return (
    <>
      <h3 id="near-title">{said.near}</h3>
      <ol class="near scrolls-down" aria-labelledby="near-title">
        {near.map(({ text, label }, at) => (
          <li key={at}>
            {hasClasses(shownData.value) && <b>{nameOfClass(label)}</b>} <q>{text}</q>
          </li>
        ))}
      </ol>
      <p class="note">{said.nearNote}</p>
    </>
  );
}
