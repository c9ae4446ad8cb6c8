import { given } from '../../app/async/given';
import { part } from '../../app/async/part';
import type { Feature } from '../../app/feature';
import { fetchedHandlers } from '../../app/fetched';
import type { OwnDataCommand } from './commands';
import { ownDataState } from './state';

declare module '../../app/send' {
  interface Commands {
    ownData: OwnDataCommand;
  }
}

declare module '../../app/store' {
  interface State {
    ownData: ReturnType<typeof ownDataState>;
  }
}

const COMMANDS = {
  'read own data': true,
  'read it otherwise': true,
  'leave own data': true,
  'use own data': true,
  'list own data': true,
  'use kept data': true,
  'rename kept data': true,
  'delete kept data': true,
  'list mine': true,
  'add to mine': true,
  'take from mine': true,
  'clear mine': true,
  'train on mine': true,
  'show mine': true,
} as const;

export const ownData = {
  name: 'ownData',
  state: ownDataState,
  commands: (page) =>
    fetchedHandlers<OwnDataCommand>(COMMANDS, async () => (await import('./commands')).ownDataCommands(page)),
  // Not before the first image is there.
  follow: ({ state, send, report }) =>
    void given(state.latent.decoded)
      .then(() => {
        send({ do: 'list own data' });
        return part(import('./drops'));
      })
      .then(({ takeDrops }) => takeDrops(send, report))
      .catch(report),
  panels: [
    { root: '#own-data', load: () => import('./view') },
    { root: '#mine', load: () => import('./mine/view') },
  ],
} satisfies Feature<'ownData'>;
