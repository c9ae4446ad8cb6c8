import { describe, expect, it } from 'vitest';
import type { History } from '../../app/run/history';
import type { KeptRun } from '../../app/run/kept';
import type { State } from '../../app/store';
import { createState } from '../testing';
import { curveOf, hasCurve } from './has-curve';

const steps = (...steps: number[]) => ({ train: { steps }, test: { steps: [] } }) as unknown as History;
const kept = (run: number, overlaid: boolean) =>
  ({ run, overlaid, name: { number: run, given: '' }, history: steps(1, 2, 3) }) as KeptRun;

const showRun = (state: State, run: number) => {
  state.model.shown.value = { run } as State['model']['shown']['value'];
};

describe('the curve of a picture', () => {
  it('is none before anything was trained', () => {
    expect(hasCurve(createState())).toBe(false);
  });

  it('is the present run’s', () => {
    const state = createState();
    state.run.history.value = steps(1, 2);
    state.runs.kept.value = [kept(1, true)];
    expect(curveOf(state)?.history).toBe(state.run.history.value);
  });

  it('is that of a kept run where only such curves are on the charts', () => {
    const state = createState();
    state.runs.kept.value = [kept(1, true), kept(2, true), kept(3, false)];
    expect(curveOf(state)).toMatchObject({ name: { number: 2 }, ofShown: false });
  });

  it('is that of the kept run whose model is shown', () => {
    const state = createState();
    state.run.history.value = steps(1, 2);
    state.runs.kept.value = [kept(1, false), kept(2, true)];
    showRun(state, 1);
    expect(curveOf(state)).toMatchObject({ name: { number: 1 }, ofShown: true });
  });
});
