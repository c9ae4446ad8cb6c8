// What sets z going. Whatever else a person touches holds it still.

import type { Mount } from '../../app/feature';
import { find } from '../../ui/dom';
import { nameOf } from '../../ui/keys';
import { watch } from '../../ui/lifetime';
import { prefersStillness } from '../../ui/stillness';
import { text } from '../../ui/text';

export const showMotion: Mount = (root, context, signal) => {
  showButtons(root, context, signal);
  holdStill(root, context, signal);
};

const showButtons: Mount = (root, { state, send }, signal) => {
  const play = find(HTMLButtonElement, '#play-path', root);
  const tour = find(HTMLButtonElement, '#tour', root);
  watch(signal, () => {
    const { value: moving } = state.paths.moving;
    const strings = text.value.paths;
    const going = moving === 'path' ? strings.pause : strings.play;
    play.textContent = prefersStillness() ? strings.nextStep : going;
    play.setAttribute('aria-pressed', String(moving === 'path'));
    tour.textContent = prefersStillness() ? strings.nextPlace : strings.tour;
    tour.setAttribute('aria-pressed', String(moving === 'tour'));
  });
  const toggle = (kind: 'play' | 'tour', moving: 'path' | 'tour') => () =>
    send({ do: state.paths.moving.peek() === moving ? 'hold still' : kind });
  play.addEventListener('click', toggle('play', 'path'), { signal });
  tour.addEventListener('click', toggle('tour', 'tour'), { signal });
};

const holdStill: Mount = (root, { state, send }, signal) => {
  const controls = find(HTMLElement, '.path-controls', root);
  const holdUnless = (spared: boolean) => {
    if (state.paths.moving.peek() && !spared) send({ do: 'hold still' });
  };
  const isOwn = (target: EventTarget | null) => target instanceof Node && controls.contains(target);
  document.addEventListener('pointerdown', ({ target }) => holdUnless(isOwn(target)), { signal });
  const hear = (event: KeyboardEvent) => {
    const key = nameOf(event);
    // The controls' own keys press their buttons.
    const presses = controls.querySelector(`[aria-keyshortcuts="${CSS.escape(key)}"]`) !== null;
    holdUnless(key !== 'Escape' && (isOwn(event.target) || presses));
  };
  document.addEventListener('keydown', hear, { signal });
};
