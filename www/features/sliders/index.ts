import type { Feature } from '../../app/feature';
import { followTraversals } from './follow';
import { slidersState } from './state';
import { mount } from './view';

declare module '../../app/store' {
  interface State {
    sliders: ReturnType<typeof slidersState>;
  }
}

export const sliders = {
  name: 'sliders',
  state: slidersState,
  follow: ({ state, model }) => followTraversals(state, model),
  panels: [{ root: '.slider-panel', mount }],
} satisfies Feature<'sliders'>;
