import type { Feature } from '../../app/feature';
import { whenOpen } from '../../app/uses/when-open';
import { isImage } from '../../engine/data/spec';
import { reduceState } from './state';

declare module '../../app/store' {
  interface State {
    reduce: ReturnType<typeof reduceState>;
  }
}

export const reduce = {
  name: 'reduce',
  suits: isImage,
  state: reduceState,
  follow: (page) => whenOpen(page, 'reduce', () => import('./follow')),
  panels: [{ root: '#use-reduce', load: () => import('./view') }],
} satisfies Feature<'reduce'>;
