// Figure: a blank page passes by its ELBO, a picture of the data beside it.

import '../../../app/uses/style.css';
import { showPictures } from '../../../app/uses/restored';
import type { Method, Places } from '../../../engine/protocol/uses';
import { text } from '../../../ui/text';
import { count, decimal, nats } from '../../../ui/words';
import { drawn, type Figure, picturesOf } from '../stage';
import { said } from '../whose';

const percent = (share: number) => decimal(100 * share, 0);

export const judged: Figure = (stage, context, signal) => {
  const { state } = context;
  const { pictures, reading } = picturesOf('judged', stage, context, signal);
  const read = () => ({
    judged: state.article.judged.value,
    isAutoencoder: state.model.shown.value?.summary.config.deterministic,
  });
  drawn(signal, stage, read, ({ judged, isAutoencoder }) => {
    const words = text.value.article.judged;
    const shown = isAutoencoder ? [] : (judged?.pictures ?? []);
    showPictures(
      pictures,
      shown.map(({ pixels, places }, index) => ({
        name: index === 0 ? words.blank : words.picture,
        figures: figuresOf(places),
        pixels,
        ofModel: false,
        best: false,
      })),
    );
    const among = shown[0]?.places.among;
    if (isAutoencoder) reading.textContent = words.none;
    else if (among === undefined) reading.textContent = words.learning(percent(judged?.learnt ?? 0));
    else reading.textContent = said(state, words.among(count(among)));
  });
};

function figuresOf({ placed }: Places): string[] {
  const { elbo, corrected } = text.value.article.judged;
  const of = (method: Method) => placed.find((one) => one.method === method);
  const [low, score] = [of('lowElbo'), of('complexityCorrected')];
  // The score is the ELBO's negative: the share that is lower by it has a higher ELBO.
  const first = low ? [elbo(nats(-low.value), percent(1 - low.place))] : [];
  return score ? [...first, corrected(percent(score.place))] : first;
}
