import { expect, it } from 'vitest';
import { problems as english } from './en';
import { Failed, failureOf, failureWords } from './failure';
import { problems as chinese } from './zh';

const thrownByCrate = Object.assign(new Error('weights: expected a safetensors file'), { name: 'weights' });

it('knows an error of the crate by its name', () => {
  expect(failureOf(thrownByCrate)).toEqual({
    kind: 'fault',
    fault: 'weights',
    message: thrownByCrate.message,
  });
  expect(failureOf(new TypeError('no'))).toEqual({ kind: 'other', message: 'no' });
  expect(failureOf('no')).toEqual({ kind: 'other', message: 'no' });
  expect(failureOf(new Failed({ kind: 'noWorker' }))).toEqual({ kind: 'noWorker' });
});

it('says in Chinese what went wrong, and then what the crate said of it', () => {
  const failure = failureOf(thrownByCrate);
  expect(failureWords(failure, english)).toBe(thrownByCrate.message);
  expect(failureWords({ kind: 'trainingStopped', why: failure }, chinese)).toBe(
    `训练已停止：模型文件有误，请重新选择模型。原文：${thrownByCrate.message}`,
  );
});
