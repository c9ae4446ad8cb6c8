import type { Feature } from '../../app/feature';
import { keepTraversals } from './follow';
import { slidersState } from './state';
import { showSliders } from './view';

declare module '../../app/store' {
  interface State {
    sliders: ReturnType<typeof slidersState>;
  }
}

export const sliders = {
  name: 'sliders',
  state: slidersState,
  follow: ({ state, explorer, report }) => keepTraversals(state, explorer, report),
  panels: [{ root: 'body', mount: (_root, { state, send }) => showSliders(state, send) }],
} satisfies Feature<'sliders'>;
