// How each shipped model is trained: the options of `latent train`. assets/README.md has their figures.

const steady = (rate) => [
  ...['--schedule', 'cosine', '--seed', '1', '--learning-rate', rate, '--warm-up-steps', '0'],
];

const sized = (latent, hidden, epochs) =>
  ['--latent-size', latent, '--hidden-sizes', hidden, '--epochs', epochs].map(String);

const recipe = (latent, hidden, epochs, ...options) => [
  ...sized(latent, hidden, epochs),
  ...['--data-view', 'binarised', '--batch-size', '128'],
  ...steady('1e-3'),
  ...options,
];

/** Strides in place of most of the weights, so that what is learnt of a stroke holds wherever it is drawn. */
const convolved = (latent, hidden, epochs, channels, ...options) => [
  ...sized(latent, hidden, epochs),
  ...['--network', 'convolutional', '--channels', channels, '--normalisation', 'layer'],
  ...['--data-view', 'binarised', '--batch-size', '128', ...steady('2e-3'), ...options],
];

/** A colour is no chance of ink: it is shown as it is. */
const inColour = (latent, hidden, epochs, ...options) => [
  ...sized(latent, hidden, epochs),
  ...['--data-view', 'greyscale', '--batch-size', '64'],
  ...steady('1e-3'),
  ...options,
];

/** Of rows of items: likelihood and view are the data's. */
const ofRows = (batch, rate, ...options) => [...['--batch-size', batch, ...steady(rate), ...options]];

const ofLikes = (latent, hidden, epochs, ...options) => [
  ...sized(latent, hidden, epochs),
  ...ofRows('32', '2e-3', ...options),
];

/** Of texts, some of whose words are left out: a model of few texts learns them by heart else. */
const ofWords = (epochs, warmUp) =>
  ofLikes(2, '64', epochs, '--kl-warm-up-epochs', String(warmUp), '--corruption', 'mask', '--share', '0.3');

/** Without hidden layers: from words to a sum of so many topics, and back. */
const ofTopics = (latent, batch, rate, epochs, share) => [
  ...sized(latent, '', epochs),
  ...ofRows(batch, rate, '--corruption', 'mask', '--share', share),
];

/** Of texts, whose decoder has to be kept from doing without z and from knowing them by heart. */
const ofTexts = (embedding, latent, hidden, epochs, ...options) => [
  ...sized(latent, hidden, epochs),
  ...[
    '--embedding',
    embedding,
    '--optimizer',
    'adamW',
    '--corruption',
    'mask',
    '--schedule',
    'cosine',
    '--seed',
    '1',
  ],
  ...options,
];

/** Of so many free bits a dimension: with few dimensions each has to say more. */
const ofPoems = (latent, freeBits) =>
  ofTexts(
    '64',
    latent,
    '192',
    18,
    ...['--context-length', '5', '--share', '0.3', '--dropout', '0.6', '--word-dropout', '0.2'],
    ...['--free-bits', freeBits, '--batch-size', '32', '--weight-decay', '1', '--learning-rate', '3e-3'],
  );

export const recipes = {
  'mnist-2d': recipe(2, '256,128', 300, '--kl-warm-up-epochs', '10'),
  'mnist-10d': recipe(10, '320,160', 300, '--kl-warm-up-epochs', '30'),
  'mnist-20d': recipe(20, '320,160', 300, '--kl-warm-up-epochs', '30'),
  // Two dimensions bend far to hold all digits: more layers help more than wider ones, and learn with normalisation.
  'mnist-deep': recipe(2, '256,256,256,128', 300, '--normalisation', 'layer', '--kl-warm-up-epochs', '10'),
  // What two dimensions cannot hold goes below them.
  'mnist-ladder': recipe(2, '256,128', 120, '--kl-warm-up-epochs', '10', '--lower-size', '16'),
  'mnist-convolutional': convolved(20, '192', 60, '32,32', '--kl-warm-up-epochs', '5'),
  'mnist-convolutional50d': convolved(50, '192', 60, '32,32', '--kl-warm-up-epochs', '5'),
  'mnist-convolutional10d': convolved(10, '192', 50, '32,32', '--kl-warm-up-epochs', '5'),
  'mnist-conditional': recipe(2, '256,128', 80, '--kl-warm-up-epochs', '5', '--condition', 'class'),
  'mnist-denoising': recipe(10, '320,160', 120, '--corruption', 'noise', '--noise', '0.4'),
  'fashion-2d': recipe(2, '256,128', 60, '--kl-warm-up-epochs', '5'),
  'animals-2d': recipe(2, '256,128', 150, '--kl-warm-up-epochs', '10'),
  'shapes-2d': recipe(2, '256,128', 100, '--kl-warm-up-epochs', '5'),
  'characters-2d': recipe(2, '256,128', 150),
  'emoji-2d': inColour(2, '128,64', 100, '--kl-warm-up-epochs', '5'),
  'bob-ross-2d': ofLikes(2, '64', 150, '--kl-warm-up-epochs', '10'),
  'cuisines-2d': ofLikes(2, '64', 100, '--kl-warm-up-epochs', '10'),
  'films-2d': ofLikes(2, '64', 60, '--kl-warm-up-epochs', '5', '--corruption', 'mask', '--share', '0.3'),
  'music-2d': ofLikes(2, '64', 60, '--kl-warm-up-epochs', '5'),
  'reviews-en-2d': ofWords(80, 5),
  'reviews-en-50d': ofTopics(50, '64', '3e-3', 120, '0.6'),
  // Of praise and blame twice as many numbers hold as much as the words do.
  'reviews-en-100d': ofTopics(100, '64', '3e-3', 120, '0.6'),
  'reviews-zh-2d': ofWords(30, 3),
  'reviews-zh-50d': ofTopics(50, '128', '1e-2', 60, '0.4'),
  'colours-2d': ofTexts(
    '64',
    2,
    '320,96',
    12,
    ...['--context-length', '6', '--share', '0.1', '--dropout', '0.25', '--free-bits', '1.6'],
    ...['--batch-size', '64', '--weight-decay', '0.05', '--learning-rate', '2e-3'],
  ),
  // What tells the next character gains from width where much of it is left out at random; an encoder of that width learns by heart.
  'colours-wide': ofTexts(
    '32',
    2,
    '256,96',
    20,
    ...['--context-units', '4096', '--context-length', '8', '--dropout', '0.6'],
    ...['--share', '0.1', '--free-bits', '1.55'],
    ...['--batch-size', '64', '--weight-decay', '0.02', '--learning-rate', '2e-3'],
  ),
  'quatrains-2d': ofPoems(2, '1.7'),
  'quatrains-8d': ofPoems(8, '0.42'),
};

/** Two epochs more of what is shown whole: an encoder that knows half of the words alone is less sure than it has to be. */
const shownWhole = (batch) => ['--epochs', '2', ...ofRows(batch, '2e-3')];

/** Epochs more by the importance-weighted bound: a posterior need not fit where some of its samples do. */
const weighted = (samples, epochs, seed) => [
  ...['--samples', samples, '--epochs', epochs, '--seed', seed].map(String),
  ...['--estimator', 'doublyReparameterised', '--batch-size', '128', '--schedule', 'cosine'],
  ...['--learning-rate', '1e-3', '--warm-up-steps', '200'],
];

/** How some are trained to the end, one after the other on from what their recipe makes. */
export const finishes = {
  'mnist-convolutional': [weighted(5, 10, 2), weighted(10, 8, 3), weighted(10, 12, 4), weighted(10, 16, 5)],
  'mnist-convolutional50d': [
    weighted(5, 10, 2),
    weighted(10, 8, 3),
    weighted(10, 12, 4),
    weighted(10, 16, 5),
  ],
  'mnist-convolutional10d': [weighted(5, 10, 2), weighted(10, 10, 3), weighted(10, 14, 4)],
  'reviews-en-50d': [shownWhole('64')],
  'reviews-en-100d': [shownWhole('64')],
  'reviews-zh-50d': [shownWhole('128')],
};

/** The data set that a model is trained on: what its name begins with, up to the last line in it. */
export const dataSetOf = (name) => name.slice(0, name.lastIndexOf('-'));

/** What a recipe sets in the page's form: the command line's number of epochs is the schedule's too. */
export function formOf(recipe) {
  const entries = recipe.flatMap((part, index) =>
    part.startsWith('--') ? [[camelCase(part.slice(2)), recipe[index + 1]]] : [],
  );
  return Object.fromEntries(entries);
}

const camelCase = (flag) => flag.replace(/-(.)/g, (_, letter) => letter.toUpperCase());
