export const en = {
  lead: 'The first test images become bytes, and the same bytes become images again: by the codes alone, which loses something, or without loss by “bits back” (Townsend et al. 2019).',
  packing: 'What may be lost',
  lossy: (step: string) => `something: z in steps of ${step}`,
  blackAndWhite: 'nothing, of levels split at one half',
  grey: 'nothing, of levels as they are stored',
  images: 'Test images',
  compress: 'Compress, and read back',
  save: 'Save the bytes',
  empty: 'Nothing is compressed yet.',
  works: 'Working…',
  exact: (images: string, levels: string) =>
    `All ${images} images, of levels ${levels}, came back exactly as they were, byte for byte.`,
  levels: { blackAndWhite: 'split at one half', grey: 'as they are stored' },
  lost: (images: string, step: string, psnr: string) =>
    `${images} images came back by z in steps of ${step}, with a mean PSNR of ${psnr} dB against what they were.`,
  stale: 'By another model than the one that is shown now.',
  sizes: 'What the same images take',
  by: 'By',
  bytes: 'bytes',
  bits: 'bits a pixel',
  sources: { raw: 'nothing: as they are', gzip: 'gzip, all at once', model: 'the model' },
  before: 'Before',
  after: 'Read back',
  picture: (name: string, count: number) => `${name}: the first ${count} images`,
  none: 'An autoencoder has no posterior to take bits back from: it compresses with loss.',
  noneOfWhole:
    'Bits back codes z by the dimensions of N(0, I), one by one; here the prior is a mixture, or the posterior has a full covariance: it compresses with loss.',
  honest:
    'The model’s own bytes, some megabytes, are not counted: both sides must have it. It knows one kind of picture; for any picture that may come, PNG, WebP or JPEG XL are the tools.',
};

export type Words = typeof en;
