export const en = {
  lead: 'Noise is put on the picture, and taken out again. The model is told which noise it was; what it makes of it is compared with the picture as it was before.',
  kind: 'Noise',
  noise: 'Gaussian',
  saltAndPepper: 'salt and pepper',
  blur: 'blur',
  strokes: 'strokes',
  strength: 'How much',
  sigma: (value: string) => `σ = ${value}`,
  share: (percent: number) => `${percent} % of the pixels`,
  pixels: (value: string) => `σ = ${value} pixels`,
  count: (value: number) => (value === 1 ? '1 stroke' : `${value} strokes`),
  again: 'Other noise',
  damaged: 'with noise',
  empty: 'Draw a picture above, or choose a test image: it is denoised here.',
  waits: 'Working…',
  done: 'PSNR and SSIM of this picture, against the picture without noise; the nearest is framed.',
  honest:
    'Encoding a noisy picture and decoding it is often worse than leaving it: the encoder has seen no noise. With ten dimensions or more, looking for the z whose picture, with this noise on it, is the likeliest does much better, and the mean over all such z often best; with two it may lose to a median. All of it knows only the pictures that the model was trained on: for photographs, and for noise that nobody can describe, a network trained on pairs of noisy and clean pictures is the better tool.',
};

export type Words = typeof en;
