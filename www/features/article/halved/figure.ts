// Figure: half of the picture erased, and what the model puts there.

import '../../../app/uses/style.css';
import { showPictures } from '../../../app/uses/restored';
import { text } from '../../../ui/text';
import { decimal } from '../../../ui/words';
import { drawn, type Figure, picturesOf } from '../stage';
import { encodingOf, said } from '../whose';

const PICTURES = ['before', 'after', 'whole'] as const;

export const halved: Figure = (stage, context, signal) => {
  const { state } = context;
  const { pictures, reading } = picturesOf('halved', stage, context, signal);
  const read = () => ({ halved: state.article.halved.value, encoding: encodingOf(state) });
  drawn(signal, stage, read, ({ halved, encoding }) => {
    const { article } = text.value;
    const words = article.halved;
    const shown = PICTURES.map((name) => {
      const pixels = halved?.[name];
      return pixels && { name: words[name], figures: [], pixels, ofModel: name === 'after', best: false };
    });
    showPictures(
      pictures,
      shown.flatMap((one) => one ?? []),
    );
    if (!halved) reading.textContent = encoding ? words.works : article.noInput;
    else {
      const { model, mean } = halved.errors;
      reading.textContent = said(state, words.reading(decimal(model, 3), decimal(mean, 3)));
    }
  });
};
