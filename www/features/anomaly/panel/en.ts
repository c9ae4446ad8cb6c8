import type { Method } from '../../../engine/protocol/uses';

export const en = {
  lead: 'How unlike the training images is the picture? Each score is compared with those of some hundred training images; the higher, the less usual.',
  shown: 'What is judged',
  kinds: {
    picture: 'The picture above',
    letter: 'A letter',
    scribble: 'A scribble',
    blank: 'A blank page',
    upsideDown: 'Upside down',
  },
  judged: 'As the model is shown it',
  map: 'What made it so',
  mapWords: 'Pixels that cost more than the model expects',
  legend: (nats: string) =>
    `Coloured as the input: ink where the model expects none; as the output: none where it expects ink. Full colour: ${nats} nats more than expected in one pixel.`,
  legendColour: (nats: string) => `Full ink: ${nats} nats more than expected in one pixel.`,
  table: 'Scores of this picture',
  score: 'Score',
  value: 'Value',
  place: 'Higher than',
  nats: (value: string) => `${value} nats`,
  of: (percent: number, among: string) => `${percent} % of ${among} training images`,
  methods: {
    lowElbo: '−ELBO',
    lowLikelihood: 'NLL, −log p(x)',
    twoSided: 'two-sided: ELBO far from the middle',
    complexityCorrected: 'NLL corrected for complexity (Serrà et al. 2020)',
    likelihoodRegret: 'likelihood regret (Xiao et al. 2020)',
    nearestCode: 'distance to the nearest code',
  } as Partial<Record<Method, string>>,
  join: ', ',
  empty: 'Draw a picture above, choose a test image, or press a button here: it is judged.',
  none: 'An autoencoder has no likelihood by which a picture could be unlikely: choose a variational model.',
  learning: (done: string, all: string) => `Learning what is usual: ${done} of ${all} training images.`,
  few: (among: string) =>
    `The data set has too few training images to say what is usual: the scores are compared with those of ${among}.`,
  usual: (among: string) =>
    `As usual as the training images: no score is higher than 99 % of ${among} of them.`,
  strange: (scores: string, among: string) =>
    `Unlike the training images. Higher than 99 % of ${among} of them: ${scores}.`,
  fooled: (percent: number) =>
    `Its ELBO is higher than that of ${percent} % of the training images: by the ELBO alone it would pass.`,
  honest:
    'A plain ELBO misses what is simple: to most models of handwritten digits a blank page is likelier than almost every digit, for there is little to get wrong. The score that is corrected for complexity counts how short the picture could be written anyway, and flags it. With six scores at 99 %, about one usual picture in twenty is flagged by one of them. Where examples of what is wrong are at hand, a classifier that has seen them does better; among photographs, the distance between features of a large trained network.',
};

export type Words = typeof en;
