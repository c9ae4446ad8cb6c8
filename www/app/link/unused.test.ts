import { expect, it, vi } from 'vitest';
import { problems } from '../../engine/failure/en';
import { type Failed, failureWords } from '../../engine/failure/failure';
import { createState } from '../../features/testing';
import { DEFAULT_CHECK } from '../settings/schema';
import { sayUnused } from './unused';

/** What is said of an address when the crate finds these settings hidden. */
async function saidOf(search: string, hidden: readonly string[]) {
  const state = createState();
  const report = vi.fn<(error: unknown) => void>();
  const said = sayUnused({ state, report }, new URLSearchParams(search), [
    { name: 'depth', meant: undefined },
  ]);
  expect(report).not.toHaveBeenCalled();
  state.settings.check.value = { ...DEFAULT_CHECK, hidden: [...hidden] };
  await said;
  return report.mock.calls.map(([error]) => failureWords((error as Failed).failure, problems));
}

it('says which parameters belong to a choice that the address does not make, beside what else was passed over', async () => {
  expect(await saidOf('channels=256,256&sigma=0.5&beta=4', ['channels', 'sigma', 'momentum'])).toEqual([
    '“depth” means nothing in the address. ' +
      '“channels” in the address changes nothing: it belongs to another “network” than the one chosen. ' +
      '“sigma” in the address changes nothing: it belongs to another “likelihood” than the one chosen. The rest of the address holds.',
  ]);
});

it('says nothing where all that is named has its choice', async () => {
  expect(await saidOf('network=convolutional&channels=8,8', ['momentum'])).toEqual([]);
});
