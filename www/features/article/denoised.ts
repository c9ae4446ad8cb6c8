// Figure: noise on the present input, and what is made of it.

import '../../app/uses/style.css';
import { psnrWords, showPictures } from '../../app/uses/restored';
import { watch } from '../../ui/lifetime';
import { text } from '../../ui/text';
import { drawn, type Figure, picturesOf } from './stage';

export const denoised: Figure = (stage, context, signal) => {
  const { state } = context;
  const { pictures, reading } = picturesOf('denoise', stage, context, signal);
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
