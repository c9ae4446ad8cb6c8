export const en = {
  title: 'Corruption',
  none: 'none',
  noise: 'noise',
  mask: 'missing pixels',
  block: 'missing square',
  lowResolution: 'low resolution',
  strength: 'Strength of the corruption',
  strengths: {
    noise: (sigma: string) => `σ = ${sigma}`,
    mask: (percent: number) => `${percent} %`,
    block: (side: number) => `${side} × ${side}`,
    lowResolution: (side: number) => `${side} × ${side}`,
  },
  again: 'Again',
  damageAgain: 'Again: corrupt by another draw',
  onPad: 'The pad shows what the model sees, with the clean image faintly behind it.',
  repairs: {
    noise: 'Denoising: the decoder knows digits, not noise.',
    mask: 'Inpainting: the decoder fills in what is missing.',
    block: 'Inpainting: the decoder fills in what is missing.',
    lowResolution: 'Super-resolution: the decoder gives back all pixels.',
  },
  denoise: 'The denoising model was trained to undo noise.',
  useDenoising: 'Use it',
};

declare module '../../ui/text' {
  interface Text {
    corruption: typeof en;
  }
}
