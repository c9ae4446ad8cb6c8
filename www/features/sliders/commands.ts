import type { Handlers } from '../../app/send';
import type { State } from '../../app/store';

export type SlidersCommand = { do: 'have in sight'; dimensions: readonly number[] };

export const slidersCommands = ({ sliders }: State): Handlers<SlidersCommand> => ({
  'have in sight'({ dimensions }) {
    sliders.inSight.value = dimensions;
  },
});
