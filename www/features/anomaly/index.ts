import type { Feature } from '../../app/feature';
import { whenOpen } from '../../app/uses/when-open';
import { isImage } from '../../engine/data/spec';
import { anomalyState, type Looked } from './state';

type AnomalyCommand = { do: 'judge picture'; looked: Looked };

declare module '../../app/send' {
  interface Commands {
    anomaly: AnomalyCommand;
  }
}

declare module '../../app/store' {
  interface State {
    anomaly: ReturnType<typeof anomalyState>;
  }
}

export const anomaly = {
  name: 'anomaly',
  suits: isImage,
  state: anomalyState,
  commands: ({ state }) => ({
    'judge picture'({ looked }) {
      state.anomaly.looked.value = looked;
    },
  }),
  follow: (page) => whenOpen(page, 'anomaly', () => import('./follow')),
  panels: [{ root: '#use-anomaly', load: () => import('./view') }],
} satisfies Feature<'anomaly'>;
