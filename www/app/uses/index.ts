import type { Feature } from '../feature';
import { usesState } from './state';

type UsesCommand = { do: 'open use'; use: string; open: boolean };

declare module '../send' {
  interface Commands {
    uses: UsesCommand;
  }
}

declare module '../store' {
  interface State {
    uses: ReturnType<typeof usesState>;
  }
}

export const uses = {
  name: 'uses',
  state: usesState,
  commands: ({ state }) => ({
    'open use'({ use, open }) {
      const others = [...state.uses.open.peek()].filter((other) => other !== use);
      state.uses.open.value = new Set(open ? [...others, use] : others);
    },
  }),
} satisfies Feature<'uses'>;
