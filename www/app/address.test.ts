import { afterEach, expect, it, vi } from 'vitest';
import { createState } from '../features/testing';
import { chooseLanguage } from '../ui/text';
import { keepAddress } from './address';

afterEach(async () => {
  await chooseLanguage('en');
  vi.unstubAllGlobals();
});

/** A page of this address, and what its address is by now. */
function open(search: string) {
  const location = { href: `https://page.test/${search}` };
  vi.stubGlobal('location', location);
  vi.stubGlobal('history', {
    state: null,
    replaceState: (_state: unknown, _title: string, { href }: URL) => {
      location.href = href;
    },
  });
  const state = createState();
  keepAddress(state);
  return { state, search: () => new URL(location.href).search };
}

it('names what was chosen since in place of what it named', async () => {
  const { state, search } = open('?lang=zh&model=mnist-10d&backend=cpu&seed=1&threads=2');
  await chooseLanguage('zh');
  await chooseLanguage('en');
  state.model.shipped.value = 'mnist-20d.safetensors';
  state.settings.choice.value = 'webgpu';
  state.settings.form.value = { ...state.settings.form.value, seed: '7' };
  expect(search()).toBe('?lang=en&model=mnist-20d&backend=webgpu&seed=7&threads=2');
});

it('stays as it is while nothing is chosen, and takes in nothing that it did not name', async () => {
  const { state, search } = open('?model=mnist-10d&seed=x');
  await chooseLanguage('zh');
  state.settings.choice.value = 'webgpu';
  state.settings.form.value = { ...state.settings.form.value, beta: '4' };
  expect(search()).toBe('?model=mnist-10d&seed=x');
});
