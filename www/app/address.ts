// The address names what a page is to open with. What a person chooses since stands in it instead, or a reload would undo it;
// what it does not name stays out of it.

import { effect } from '@preact/signals-core';
import { language } from '../ui/text';
import { SETTINGS } from './settings/schema';
import type { State } from './store';

export function keepAddress(state: State) {
  const { form, choice } = state.settings;
  const named: Record<string, () => string> = {
    lang: () => language.value,
    model: () => state.model.shipped.value.replace(/\.safetensors$/, ''),
    backend: () => choice.value,
    ...Object.fromEntries(SETTINGS.map(({ name }) => [name, () => form.value[name] ?? ''])),
  };
  for (const [name, chosen] of Object.entries(named)) followInAddress(name, chosen);
}

/** From its first change on: until then the address says what is to come. */
function followInAddress(name: string, chosen: () => string) {
  let before: string | undefined;
  effect(() => {
    const now = chosen();
    const changed = before !== undefined && before !== now;
    before = now;
    const address = new URL(location.href);
    if (!changed || !address.searchParams.has(name)) return;
    address.searchParams.set(name, now);
    history.replaceState(history.state, '', address);
  });
}
