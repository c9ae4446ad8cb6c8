import type { Feature } from '../../app/feature';
import type { Erased } from '../../app/uses/mask';
import { whenOpen } from '../../app/uses/when-open';
import { isImage } from '../../engine/data/spec';
import { repairState } from './state';

type RepairCommand = { do: 'erase of picture'; erased: Erased | undefined } | { do: 'draw repairs again' };

declare module '../../app/send' {
  interface Commands {
    repair: RepairCommand;
  }
}

declare module '../../app/store' {
  interface State {
    repair: ReturnType<typeof repairState>;
  }
}

export const repair = {
  name: 'repair',
  suits: isImage,
  state: repairState,
  commands: ({ state }) => ({
    'erase of picture'({ erased }) {
      state.repair.erased.value = erased;
    },
    'draw repairs again'() {
      state.repair.seed.value++;
    },
  }),
  follow: (page) => whenOpen(page, 'repair', () => import('./follow')),
  panels: [{ root: '#use-repair', load: () => import('./view') }],
} satisfies Feature<'repair'>;
