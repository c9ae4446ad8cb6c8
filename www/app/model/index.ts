import type { Feature } from '../feature';
import { modelState } from './state';

declare module '../store' {
  interface State {
    model: ReturnType<typeof modelState>;
  }
}

export const model = {
  name: 'model',
  state: modelState,
} satisfies Feature<'model'>;
