import { expect, it, vi } from 'vitest';
import { createState } from '../../features/testing';
import type { Page } from '../page';
import { DEFAULT_CHECK } from '../settings/schema';
import { runCommands } from './commands';

it('starts a run on the data that is being brought, not on those before', async () => {
  const state = createState();
  state.settings.check.value = DEFAULT_CHECK;
  const go = vi.fn(async () => undefined);
  const explorer = { ask: async () => DEFAULT_CHECK };
  const page = { state, explorer, training: { go } } as unknown as Page;
  state.data.changes.value = 1;
  const started = runCommands(page).start({ do: 'start' });
  await new Promise((resolve) => setTimeout(resolve));
  expect(go).not.toHaveBeenCalled();
  state.data.changes.value = 0;
  await started;
  expect(go).toHaveBeenCalledOnce();
});
