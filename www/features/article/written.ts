// Figure: what is written at z, and how likely the model held each character of a text of one's own, with what it held likelier.

import type { ReadonlyState } from '../../app/store';
import { hasTexts } from '../../engine/data/spec';
import type { ExpectedCharacter } from '../../engine/protocol';
import { make } from '../../ui/dom';
import { shownData } from '../../ui/shown-data';
import { text } from '../../ui/text';
import { pointWords } from '../../ui/words';
import { colourAt, likely, linesOf, rgb, textOf } from '../../ui/written';
import { drawn, type Figure } from './stage';

/** What is not seen by itself. */
const UNSEEN: Readonly<Record<string, string>> = { '': '⏎', ' ': '␣' };

export const written: Figure = (stage, { state }, signal) => {
  const line = make('p', 'writes');
  const letters = make('ol', 'letters');
  const reading = make('p', 'reading');
  stage.append(line, letters, reading);
  const read = () => ({ decoded: decodedIn(state), expected: state.texts.expected.value });
  drawn(signal, stage, read, ({ decoded, expected }) => {
    const words = text.value.article.written;
    line.hidden = !decoded;
    line.textContent = decoded?.text || words.nothing;
    line.style.setProperty('--colour', decoded?.colour ? rgb(decoded.colour) : 'var(--output)');
    letters.replaceChildren(...(decoded ? expected : []).map(letterOf));
    letters.hidden = !decoded || expected.length === 0;
    if (!decoded) reading.textContent = words.other;
    else if (expected.length === 0) reading.textContent = words.write(pointWords(decoded.z));
    else reading.textContent = words.reading(pointWords(decoded.z));
  });
};

/** It comes with z, at once; nothing of a model of other data. */
function decodedIn({ latent }: ReadonlyState) {
  const data = shownData.value;
  const decoded = latent.decoded.value;
  if (!hasTexts(data) || decoded?.pixels.length !== data.width * data.channels) return undefined;
  const { pixels, z } = decoded;
  return { z, text: linesOf(textOf(pixels, data), () => true).join(' '), colour: colourAt(pixels, data) };
}

/** Over a column as high as it was likely, and above what could stand there as well, the likeliest first. */
function letterOf({ character, probability, likeliest }: ExpectedCharacter): HTMLElement {
  const words = text.value.article.written;
  const nameOf = (letter: string) => UNSEEN[letter] ?? letter;
  const percent = likely(probability);
  const others = likeliest
    .map(({ character }) => nameOf(character))
    .filter((other) => other !== nameOf(character));
  const column = make('span', 'column');
  column.style.setProperty('--full', String(probability));
  const parts = [make('span', 'own', nameOf(character)), column, make('span', 'others', others.join(' '))];
  for (const part of parts) part.ariaHidden = 'true';
  const said = make('span', 'unseen', words.letter(nameOf(character), percent, others.join(', ')));
  return make('li', '', ...parts, said);
}
