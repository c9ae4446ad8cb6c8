import type { Feature } from '../../app/feature';
import { whenOpen } from '../../app/uses/when-open';
import { isImage } from '../../engine/data/spec';
import { text } from '../../ui/text';
import { type Draw, generateState } from './state';

type GenerateCommand = { do: 'generate'; change: Partial<Draw> } | { do: 'show nearest'; shown: boolean };

declare module '../../app/send' {
  interface Commands {
    generate: GenerateCommand;
  }
}

declare module '../../app/store' {
  interface State {
    generate: ReturnType<typeof generateState>;
  }
}

export const generate = {
  name: 'generate',
  suits: isImage,
  state: generateState,
  commands: ({ state }) => ({
    generate({ change }) {
      state.generate.draw.value = { ...state.generate.draw.peek(), ...change };
    },
    'show nearest'({ shown }) {
      state.generate.besideNearest.value = shown;
    },
  }),
  follow: (page) => whenOpen(page, 'generate', () => import('./follow')),
  exports: [
    {
      name: 'generated',
      kind: 'picture',
      words: () => text.value.generate.file,
      formats: ['png', 'svg', 'npz'],
      isThere: ({ generate }) => generate.sheet.value !== undefined,
      load: async () => (await import('./file')).makeGenerated,
    },
  ],
  panels: [{ root: '#use-generate', load: () => import('./view') }],
} satisfies Feature<'generate'>;
