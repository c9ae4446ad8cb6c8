import { fetchManifest } from '../../engine/manifest';
import type { Feature } from '../feature';
import type { Handlers } from '../send';
import { dataState } from './state';

type DataCommand = { do: 'open data' };

declare module '../store' {
  interface State {
    data: ReturnType<typeof dataState>;
  }
}

declare module '../send' {
  interface Commands {
    data: DataCommand;
  }
}

export const data = {
  name: 'data',
  state: dataState,
  commands: ({ state, explorer, base }): Handlers<DataCommand> => ({
    async 'open data'() {
      state.data.manifest.value = await fetchManifest(base);
      state.data.testSamples.value = await explorer.ask((it) => it.data.openTest());
    },
  }),
} satisfies Feature<'data'>;
