import { expect, it } from 'vitest';
import { DEFAULT_RUN } from '../../app/settings/schema';
import { createState } from '../testing';
import { makeEvaluation } from './json-file';

it('holds what was evaluated and every figure, and there is none before', async () => {
  const state = createState();
  const make = () => makeEvaluation({ state } as never, 'json', {} as never);
  expect(await make()).toBeUndefined();
  const subject = {
    run: 0,
    name: undefined,
    step: 0,
    best: false,
    file: 'a.safetensors',
    model: DEFAULT_RUN.model,
  };
  const report = { images: 100, negativeLogLikelihood: 130.5 };
  state.evaluation.last.value = { subject, report } as never;
  const { model, ...rest } = subject;
  const written = JSON.parse((await (await make())?.text()) ?? '');
  expect(written).toEqual(JSON.parse(JSON.stringify({ subject: rest, model, evaluation: report })));
});
