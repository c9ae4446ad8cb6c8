import type { Feature } from '../../app/feature';
import { whenOpen } from '../../app/uses/when-open';
import { reduceState } from './state';

declare module '../../app/store' {
  interface State {
    reduce: ReturnType<typeof reduceState>;
  }
}

export const reduce = {
  name: 'reduce',
  state: reduceState,
  follow: (page) => whenOpen(page, 'reduce', () => import('./follow')),
  panels: [{ root: '#use-reduce', load: () => import('./view') }],
} satisfies Feature<'reduce'>;
