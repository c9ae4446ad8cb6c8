import { expect, it, vi } from 'vitest';
import { problems as english } from './en';
import { Failed, failureOf, failureWords, mayPass } from './failure';
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

it('knows a storage that is full by the browser’s own name for it', () => {
  const why = failureOf(new DOMException('The quota has been exceeded.', 'QuotaExceededError'));
  expect(failureWords(why, english)).toContain('storage for this page is full');
  expect(failureWords(why, chinese)).toContain('已满');
});

it('says what to do when the module broke off', () => {
  const trap = Object.assign(new Error('unreachable'), { name: 'RuntimeError' });
  const why = failureOf(trap);
  expect(why).toEqual({ kind: 'trapped', message: 'unreachable' });
  expect(failureWords({ kind: 'trainingStopped', why }, english)).toMatch(
    /^Training stopped: .*memory: lower the batch size/,
  );
  expect(failureWords(why, chinese)).toContain('内存');
});

it('says in Chinese what went wrong, and then what the crate said of it', () => {
  const failure = failureOf(thrownByCrate);
  expect(failureWords(failure, english)).toBe(thrownByCrate.message);
  expect(failureWords({ kind: 'trainingStopped', why: failure }, chinese)).toBe(
    `训练已停止：模型文件有误，请重新选择模型。原文：${thrownByCrate.message}`,
  );
});

it('sends nobody to the set-up who has none', () => {
  const missing = { kind: 'missing', path: '/a', status: 404 } as const;
  vi.stubGlobal('location', { hostname: 'page.test' });
  expect(failureWords(missing, english)).toBe(
    'Expected /a on the server, but it answered 404: try again later.',
  );
  expect(failureWords(missing, chinese)).toContain('稍后重试');
  vi.stubGlobal('location', { hostname: 'localhost' });
  expect(failureWords(missing, english)).toContain('run the set-up again');
  vi.unstubAllGlobals();
});

it('knows a part of the page that did not come, in the words of each browser', () => {
  for (const message of [
    'Failed to fetch dynamically imported module: http://page.test/assets/view.js',
    'error loading dynamically imported module: http://page.test/assets/view.js',
    'Importing a module script failed.',
    'Unable to preload CSS for /assets/view.css',
  ])
    expect(failureOf(new TypeError(message))).toEqual({ kind: 'noPart' });
  expect(failureOf(new SyntaxError('Unexpected end of input'))).toEqual({ kind: 'noPart' });
});

it('offers another attempt where one may go well, and there alone', () => {
  const missing = { kind: 'missing', path: '/a', status: 404 } as const;
  expect(mayPass({ kind: 'trainingStopped', why: missing })).toBe(true);
  expect(mayPass({ kind: 'build', build: 'cpu', why: missing })).toBe(true);
  expect(mayPass({ kind: 'trainingStopped', why: { kind: 'gpuLost', message: '' } })).toBe(false);
  expect(mayPass({ kind: 'noWebAssembly' })).toBe(false);
});
