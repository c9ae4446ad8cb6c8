// What the article's buttons do in the tool, by their `data-try`.

import { fromPlane, onPlane } from '../../app/plane/geometry';
import type { Send } from '../../app/send';
import type { ReadonlyState } from '../../app/store';

type Try = (state: ReadonlyState, send: Send) => void;

const setBeta =
  (text: string): Try =>
  (_, send) =>
    send({ do: 'set', field: 'beta', text });

const takeData =
  (key: string): Try =>
  (_, send) =>
    send({ do: 'choose data', key });

const choose =
  (name: string): Try =>
  (_, send) =>
    send({ do: 'choose model', file: `mnist-${name}.safetensors` });

const moveAcross =
  (value: number): Try =>
  (state, send) => {
    const [z, plane] = [state.latent.z.peek(), state.plane.shown.peek()];
    send({ do: 'move', z: onPlane(z, plane, [value, fromPlane(z, plane)[1]]) });
  };

const USES = ['denoise', 'repair', 'enlarge', 'anomaly', 'sort', 'generate', 'reduce', 'compress'];
/** Each use's panel, unfolded. */
const shown = (use: string): [string, Try] => [`use-${use}`, (_, send) => send({ do: 'show use', use })];

export const TRIES: Readonly<Record<string, Try>> = {
  digit: (_, send) => send({ do: 'take test sample' }),
  origin: (state, send) => send({ do: 'move', z: state.latent.z.peek().map(() => 0) }),
  start(state, send) {
    if (state.run.phase.peek() !== 'running') send({ do: 'start' });
  },
  evaluate(state, send) {
    if (!state.evaluation.progress.peek()) send({ do: 'evaluate', images: 100, samples: 50 });
  },
  'model-2d': choose('2d'),
  'model-20d': choose('20d'),
  'model-denoising': choose('denoising'),
  'beta-4': setBeta('4'),
  'beta-1': setBeta('1'),
  'beta-quarter': setBeta('0.25'),
  'axis-centre': moveAcross(0),
  'axis-rim': moveAcross(2.5),
  collapse: (_, send) => send({ do: 'start afresh', kind: 'betaVae', fields: { latentSize: '20' } }),
  tastes: takeData('bob-ross'),
  'texts-colours': takeData('colours'),
  'texts-quatrains': takeData('quatrains'),
  'words-en': takeData('reviews-en'),
  'words-zh': takeData('reviews-zh'),
  lower: (_, send) => send({ do: 'start afresh', kind: 'vae', fields: { latentSize: '2', lowerSize: '16' } }),
  mixture(_, send) {
    send({ do: 'start afresh', kind: 'vae', fields: { latentSize: '2', prior: 'mixture' } });
    send({ do: 'switch layer', id: 'prior', on: true });
    send({ do: 'switch layer', id: 'digits', on: true });
  },
  ...Object.fromEntries(USES.map(shown)),
};
