import type { Feature } from '../../app/feature';
import { whenOpen } from '../../app/uses/when-open';
import { isImage } from '../../engine/data/spec';
import { denoiseState, type Noisy } from './state';

type DenoiseCommand = { do: 'put noise on'; noisy: Noisy };

declare module '../../app/send' {
  interface Commands {
    denoise: DenoiseCommand;
  }
}

declare module '../../app/store' {
  interface State {
    denoise: ReturnType<typeof denoiseState>;
  }
}

export const denoise = {
  name: 'denoise',
  suits: isImage,
  state: denoiseState,
  commands: ({ state }) => ({
    'put noise on'({ noisy }) {
      state.denoise.noisy.value = noisy;
    },
  }),
  follow: (page) => whenOpen(page, 'denoise', () => import('./follow')),
  panels: [{ root: '#use-denoise', load: () => import('./view') }],
} satisfies Feature<'denoise'>;
