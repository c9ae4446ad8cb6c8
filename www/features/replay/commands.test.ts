import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { Page } from '../../app/page';
import { DEFAULT_RUN as PLAIN } from '../../app/settings/schema';
import { createState } from '../testing';
import { replayCommands } from './commands';

let still = false;
beforeEach(() => {
  vi.useFakeTimers();
  vi.stubGlobal('matchMedia', () => ({ matches: still }));
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

/** A run of two moments; which of them is shown, at once and while time goes by. */
function open() {
  const state = createState();
  const never = () => new Promise<never>(() => {});
  state.run.config.value = PLAIN;
  const model = { visit: never, onSnapshot() {} };
  const page = { state, model, training: { async comeBack() {} }, report() {} };
  const actions = replayCommands(page as unknown as Page);
  state.replay.moments.value = [0, 9].map((step) => ({ run: 1, step, weights: new Uint8Array(4) }));
  const play = () => actions.replay({ do: 'replay', plays: true });
  const later = () => {
    vi.advanceTimersByTime(250);
    return [state.replay.past.value?.step, state.replay.plays.value];
  };
  return { play, later };
}

it('plays from the first moment to the present', () => {
  still = false;
  const { play, later } = open();
  play();
  expect([later(), later(), later()]).toEqual([
    [9, true],
    [undefined, false],
    [undefined, false],
  ]);
});

it('goes a moment on at each press for who wants no motion', () => {
  still = true;
  const { play, later } = open();
  for (const step of [0, 9, undefined, 0]) {
    play();
    expect([later(), later()]).toEqual([
      [step, false],
      [step, false],
    ]);
  }
});
