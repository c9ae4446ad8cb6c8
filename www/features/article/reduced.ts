// Figure: test images on the map of codes, and along as many principal components.

import '../../app/uses/style.css';
import { scatter } from '../../app/uses/scatter';
import { sizeOf } from '../../engine/data/spec';
import { make } from '../../ui/dom';
import { shownData } from '../../ui/shown-data';
import { text } from '../../ui/text';
import { count, decimal } from '../../ui/words';
import { drawn, type Figure, picturesOf } from './stage';

const SIDE = 480;

export const reduced: Figure = (stage, context, signal) => {
  const { state } = context;
  const { pictures: plots, reading } = picturesOf('reduce', stage, context, signal);
  const read = () => ({ found: state.reduce.reduced.value, lacks: state.reduce.lack.value !== undefined });
  drawn(signal, stage, read, ({ found, lacks }) => {
    const words = text.value.article.reduced;
    const images = count(found?.maps?.labels.length ?? 0);
    const pixels = sizeOf(shownData.peek());
    const plotOf = (of: 'codes' | 'components', name: string) => {
      const canvas = make('canvas', '');
      canvas.width = canvas.height = SIDE;
      canvas.setAttribute('role', 'img');
      canvas.setAttribute('aria-label', words.plot(name, images));
      if (found?.maps) scatter(canvas, found.maps[of], found.maps.labels);
      const kept = found?.[of];
      const figure = kept ? [make('span', 'figure', words.kept(decimal(kept.trustworthiness, 3)))] : [];
      return make('figure', '', canvas, make('figcaption', '', make('b', '', name), ...figure));
    };
    const many = found?.dimensions ?? 2;
    if (!found?.maps) plots.replaceChildren();
    else
      plots.replaceChildren(
        plotOf('codes', words.codes(many)),
        plotOf('components', words.pca(Math.min(many, pixels))),
      );
    const share = found?.share ?? 0;
    if (lacks) reading.textContent = words.lacks;
    else reading.textContent = share < 1 ? words.compares(Math.floor(100 * share)) : words.reading(images);
  });
};
