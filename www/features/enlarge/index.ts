import type { Feature } from '../../app/feature';
import { whenOpen } from '../../app/uses/when-open';
import { isImage } from '../../engine/data/spec';
import { enlargeState } from './state';

type EnlargeCommand = { do: 'shrink picture'; factor: number };

declare module '../../app/send' {
  interface Commands {
    enlarge: EnlargeCommand;
  }
}

declare module '../../app/store' {
  interface State {
    enlarge: ReturnType<typeof enlargeState>;
  }
}

export const enlarge = {
  name: 'enlarge',
  suits: isImage,
  state: enlargeState,
  commands: ({ state }) => ({
    'shrink picture'({ factor }) {
      state.enlarge.factor.value = factor;
    },
  }),
  follow: (page) => whenOpen(page, 'enlarge', () => import('./follow')),
  panels: [{ root: '#use-enlarge', load: () => import('./view') }],
} satisfies Feature<'enlarge'>;
