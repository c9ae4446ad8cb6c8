// What the model writes at z: the likeliest character each time, the likeliest texts that were found, and drawn ones.

import '@preact/signals';
import './panel/style.css';
import { render } from 'preact';
import type { Mount, PanelContext } from '../../app/feature';
import type { WrittenText } from '../../engine/protocol';
import { atEnd } from '../../ui/lifetime';
import { shownData } from '../../ui/shown-data';
import { decimal, pointWords } from '../../ui/words';
import { colourAt, linesOf, rgb, textOf } from '../../ui/written';
import { words } from './panel/words';

type Given = Pick<PanelContext, 'state' | 'send'>;

export const mount: Mount = (root, { state, send }, signal) => {
  render(<Writing state={state} send={send} />, root);
  atEnd(signal, () => render(null, root));
};

function Writing({ state, send }: Given) {
  const said = words.value;
  const written = state.texts.written.value;
  return (
    <>
      <h2 id="text-output-title">{said.output}</h2>
      <AtPoint state={state} send={send} />
      {written && (
        <>
          <h3>{said.best}</h3>
          <Lines texts={written.best} send={send} figures />
          <p class="note">{said.bestLead}</p>
        </>
      )}
      <h3>{said.drawn}</h3>
      {written && <Lines texts={written.drawn} send={send} />}
      <Drawing state={state} send={send} />
    </>
  );
}

/** It comes with z, at once. */
function AtPoint({ state, send }: Given) {
  const said = words.value;
  const decoded = state.latent.decoded.value;
  const data = shownData.value;
  if (!decoded || decoded.pixels.length !== data.width * data.channels) return null;
  const colour = colourAt(decoded.pixels, data);
  const written = linesOf(textOf(decoded.pixels, data), () => true).join('\n');
  return (
    <>
      <p class="lead">{said.ofPoint(pointWords(decoded.z))}</p>
      <output class="written" id="written" style={colour ? { '--colour': rgb(colour) } : {}}>
        {written || said.nothing}
        {colour && <span class="unseen"> {said.colour(rgb(colour))}</span>}
      </output>
      {state.input.away.value && (
        <button type="button" id="back-to-text" onClick={() => send({ do: 'follow input' })}>
          {said.back}
        </button>
      )}
    </>
  );
}

interface LinesGiven extends Pick<Given, 'send'> {
  texts: readonly WrittenText[];
  figures?: boolean;
}

function Lines({ texts, send, figures = false }: LinesGiven) {
  const said = words.value;
  return (
    <ol class="lines">
      {texts.map(({ text, logLikelihood, colour }, index) => (
        <li key={index}>
          <button
            type="button"
            class="line"
            disabled={text === ''}
            aria-label={said.take(text)}
            style={colour ? { '--colour': rgb(colour) } : {}}
            onClick={() => send({ do: 'type text', typed: text })}
          >
            {linesOf(text, () => true).join(' ') || said.nothing}
          </button>
          {figures && <span class="figure">{decimal(logLikelihood, 1)}</span>}
        </li>
      ))}
    </ol>
  );
}

function Drawing({ state, send }: Given) {
  const said = words.value;
  const { temperature } = state.texts;
  return (
    <div class="drawing">
      <label title={said.temperatureHelp}>
        {said.temperature}
        <input
          type="range"
          id="text-temperature"
          min="0.1"
          max="1.5"
          step="0.1"
          value={temperature.value}
          onInput={({ currentTarget }) =>
            send({ do: 'choose temperature', temperature: Number(currentTarget.value) })
          }
        />
        <span class="figure">{decimal(temperature.value, 1)}</span>
      </label>
      <button type="button" id="draw-texts" onClick={() => send({ do: 'draw texts anew' })}>
        {said.again}
      </button>
    </div>
  );
}
