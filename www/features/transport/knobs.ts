// The two settings that a run is steered by, of the form of settings: they apply at once.

import type { Mount } from '../../app/feature';
import { find } from '../../ui/dom';
import { watch } from '../../ui/lifetime';
import { text } from '../../ui/text';

const FIELDS = ['beta', 'learningRate'] as const;

export const showKnobs: Mount = (root, { state, send }, signal) => {
  const error = find(HTMLElement, '#quick-error', root);
  for (const field of FIELDS) {
    const input = find(HTMLInputElement, `#quick-${field}`, root);
    const set = () => send({ do: 'set', field, text: input.value });
    input.addEventListener('input', set, { signal });
    watch(signal, () => {
      const given = state.settings.form.value[field] ?? '';
      if (input.value !== given) input.value = given;
      const check = state.settings.check.value;
      const wrong = check?.errors.some((refusal) => refusal.field === field) ?? false;
      input.setAttribute('aria-invalid', String(wrong));
      // It stays in its place where the model has no such thing.
      input.disabled = check?.idle[field] !== undefined;
      input.title = text.value.settings.labels[field] ?? field;
    });
  }
  watch(signal, () => {
    const { refused, labels } = text.value.settings;
    const errors = state.settings.check.value?.errors ?? [];
    const shown = errors.filter(({ field }) => FIELDS.some((name) => name === field));
    error.textContent = shown
      .map(({ field, expected, came }) => refused(labels[field] ?? field, expected, came))
      .join(' ');
  });
};
