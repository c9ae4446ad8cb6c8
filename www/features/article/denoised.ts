// Figure: noise on the present input, and what is made of it.

import '../../app/uses/style.css';
import { psnrWords, showPictures } from '../../app/uses/restored';
import { make } from '../../ui/dom';
import { atEnd, watch } from '../../ui/lifetime';
import { text } from '../../ui/text';
import { drawn, type Figure, whileSeen } from './stage';

export const denoised: Figure = (stage, { state, send }, signal) => {
  const pictures = make('div', 'tries');
  const reading = make('p', 'reading');
  stage.append(pictures, reading);
  const want = (open: boolean) => send({ do: 'open use', use: 'denoise', by: 'article', open });
  // A copy of the model works on it: only for those who read here.
  whileSeen(signal, stage, () => {
    if (state.input.encoding.value) want(true);
  });
  atEnd(signal, () => want(false));
  watch(signal, () => {
    reading.textContent = state.input.encoding.value ? '' : text.value.article.noInput;
  });
  const read = () => state.denoise.tries.value ?? [];
  drawn(signal, stage, read, (tries) => {
    const { methods } = text.value.article.denoised;
    const named = tries.flatMap((it) => {
      const name = methods[it.method as keyof typeof methods];
      const ofModel = it.method === 'encodeDecode' || it.method === 'optimised';
      return name ? [{ name, figures: [psnrWords(it.psnr)], pixels: it.pixels, ofModel, best: false }] : [];
    });
    showPictures(pictures, named);
  });
};
