import type { Feature } from '../feature';
import { dataState } from './state';

declare module '../store' {
  interface State {
    data: ReturnType<typeof dataState>;
  }
}

export const data = {
  name: 'data',
  state: dataState,
} satisfies Feature<'data'>;
