import type { Feature } from '../../app/feature';
import { whenOpen } from '../../app/uses/when-open';
import { isImage } from '../../engine/data/spec';
import { type ColouredBy, sortState } from './state';

type SortCommand =
  | { do: 'colour codes'; by: ColouredBy }
  /** The labels of these training images are known from now on, and no others. */
  | { do: 'label codes'; chosen: readonly number[] };

declare module '../../app/send' {
  interface Commands {
    sort: SortCommand;
  }
}

declare module '../../app/store' {
  interface State {
    sort: ReturnType<typeof sortState>;
  }
}

export const sort = {
  name: 'sort',
  suits: isImage,
  state: sortState,
  commands: ({ state }) => ({
    'colour codes'({ by }) {
      state.sort.colouredBy.value = by;
    },
    'label codes'({ chosen }) {
      state.sort.chosen.value = chosen;
    },
  }),
  follow: (page) => whenOpen(page, 'sort', () => import('./follow')),
  panels: [{ root: '#use-sort', load: () => import('./view') }],
} satisfies Feature<'sort'>;
