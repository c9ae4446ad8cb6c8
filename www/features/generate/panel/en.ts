export const en = {
  lead: 'z is drawn, and decoded: what the model makes up. Press a picture to go to its z.',
  from: 'Drawn from',
  prior: 'the prior',
  aggregated: 'the aggregated posterior',
  near: 'near the picture above',
  ofClass: 'of a class',
  class: 'Class',
  temperature: 'Temperature',
  again: 'Draw others',
  nearest: 'Nearest training picture beside each',
  save: 'Save as PNG',
  saveArrays: 'Pictures and z as npz',
  sample: (number: number) => `Sample ${number}: go to its z`,
  training: (number: number) => `Training picture nearest to sample ${number}`,
  distance: (value: string) => `distance ${value}`,
  picture: 'Draw a picture above, or choose a test image: others near it are drawn here.',
  posterior:
    'An autoencoder gives each picture a point, no posterior to draw from. Take the prior, or choose another model.',
  noPrior:
    'An autoencoder has learnt no prior: its codes may lie anywhere, and N(0, I) is drawn from all the same.',
  waits: 'Drawing…',
  encoding: (done: string) => `Encoding training pictures: ${done} so far…`,
  done: (count: number) => `${count} samples.`,
  compared: (count: number, among: string, mean: string) =>
    `${count} samples, and of each the nearest of the first ${among} training pictures: Euclidean distance of pixels from 0 to 1, ${mean} on average. A distance near 0 would be a copy.`,
  honest:
    'The aggregated posterior is where the codes of pictures really lie (here of the first 2,000 training pictures). Samples from the prior are worse wherever the two differ: they come from places where no picture was. Below temperature 1 samples are cleaner and more alike, above it they are stranger. For the best pictures diffusion models and GANs are the better tools: a VAE’s are blurred.',
};

export type Words = typeof en;
