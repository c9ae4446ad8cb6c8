import type { Feature } from '../feature';
import { usesState } from './state';

type UsesCommand =
  /** Its results are wanted, or no longer, by its panel or by what else shows them. */
  | { do: 'open use'; use: string; by?: string; open: boolean }
  /** Its panel is unfolded and brought before the eyes. */
  | { do: 'show use'; use: string };

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
    'open use'({ use, by = 'panel', open }) {
      const mine = `${use} ${by}`;
      const others = [...state.uses.open.peek()].filter((other) => other !== mine);
      state.uses.open.value = new Set(open ? [...others, mine] : others);
    },

    'show use'({ use }) {
      const panel = document.querySelector<HTMLDetailsElement>(`#use-${use}`);
      if (!panel) return;
      panel.open = true;
      panel.scrollIntoView({ block: 'start' });
      panel.querySelector('summary')?.focus({ preventScroll: true });
    },
  }),
} satisfies Feature<'uses'>;
