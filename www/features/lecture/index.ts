import { effect, signal } from '@preact/signals-core';
import type { Feature } from '../../app/feature';
import { COLUMNS } from '../../app/plane/tiles';
import type { Handlers } from '../../app/send';
import { mount } from './view';

type LectureCommand = { do: 'lecture'; on: boolean };

declare module '../../app/send' {
  interface Commands {
    lecture: LectureCommand;
  }
}

declare module '../../app/store' {
  interface State {
    /** Map, pad, output and one curve fill the window, few and large, for the back of a room. */
    lecture: ReturnType<typeof lectureState>;
  }
}

/** Tiles over the map that are seen from far away. */
const FEW = 10;

const lectureState = () => ({ on: signal(false) });

export const lecture = {
  name: 'lecture',
  state: lectureState,
  commands: ({ state }): Handlers<LectureCommand> => ({
    lecture({ on }) {
      state.lecture.on.value = on;
    },
  }),
  follow({ state }) {
    effect(() => {
      state.plane.columns.value = state.lecture.on.value ? FEW : COLUMNS;
    });
  },
  panels: [{ root: '#lecture', mount }],
} satisfies Feature<'lecture'>;
