import type { Feature } from '../../app/feature';
import { followCompared } from './follow';
import { compareState } from './state';
import { showComparedMaps } from './view';

declare module '../../app/store' {
  interface State {
    compare: ReturnType<typeof compareState>;
  }
}

export const compare = {
  name: 'compare',
  state: compareState,
  follow: ({ state, model, explorer, report }) => followCompared(state, model, explorer, report),
  panels: [{ root: 'body', mount: (_root, { state, send }) => showComparedMaps(state, send) }],
} satisfies Feature<'compare'>;
