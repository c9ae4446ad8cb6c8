import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { keepBuilds, onNewerVersion, register } from './service-worker';

/** A registration, and the page's view of it. */
function browser({ controlled = true, waiting = false } = {}) {
  const container = Object.assign(new EventTarget(), { controller: controlled ? {} : null });
  const installing = new EventTarget();
  const registration = Object.assign(new EventTarget(), {
    waiting: waiting ? {} : null,
    installing,
    update: vi.fn(async () => {}),
  });
  vi.stubGlobal('navigator', { serviceWorker: container });
  vi.stubGlobal('document', Object.assign(new EventTarget(), { hidden: false }));
  const then = vi.fn();
  onNewerVersion(registration as unknown as ServiceWorkerRegistration, then);
  return { container, registration, installing, then };
}

beforeEach(() => vi.stubGlobal('isSecureContext', true));
afterEach(() => vi.unstubAllGlobals());

it('tells of a version that waited before the page was opened, and of one that comes to wait', () => {
  expect(browser({ waiting: true }).then).toHaveBeenCalledOnce();
  const { registration, installing, then } = browser();
  registration.dispatchEvent(new Event('updatefound'));
  installing.dispatchEvent(new Event('statechange'));
  expect(then).not.toHaveBeenCalled();
  registration.waiting = {};
  installing.dispatchEvent(new Event('statechange'));
  expect(then).toHaveBeenCalledOnce();
});

it('does not take the first worker for a newer version, but one that another window has let in', () => {
  const { container, then } = browser({ controlled: false });
  container.controller = {};
  container.dispatchEvent(new Event('controllerchange'));
  expect(then).not.toHaveBeenCalled();
  container.dispatchEvent(new Event('controllerchange'));
  expect(then).toHaveBeenCalledOnce();
});

it('looks for one when the page is looked at again', () => {
  const { registration } = browser();
  document.dispatchEvent(new Event('visibilitychange'));
  expect(registration.update).toHaveBeenCalledOnce();
});

it('asks for builds to be kept when the worker is there and the page is at rest', async () => {
  let rest = () => {};
  vi.stubGlobal('window', { requestIdleCallback: true });
  vi.stubGlobal('requestIdleCallback', (work: () => void) => {
    rest = work;
  });
  const active = { postMessage: vi.fn() };
  vi.stubGlobal('navigator', { serviceWorker: { ready: Promise.resolve({ active }) } });
  const asked = keepBuilds(['import', 'uses']);
  await Promise.resolve();
  expect(active.postMessage).not.toHaveBeenCalled();
  rest();
  await asked;
  expect(active.postMessage).toHaveBeenCalledWith({ keep: ['import', 'uses'] });
});

it('goes without where the browser has no service workers, or refuses this one', async () => {
  vi.stubGlobal('navigator', {});
  expect(await register('https://example.org/')).toBeUndefined();
  const refuse = async () => {
    throw new DOMException('switched off', 'SecurityError');
  };
  vi.stubGlobal('navigator', { serviceWorker: { register: refuse } });
  expect(await register('https://example.org/')).toBeUndefined();
});
