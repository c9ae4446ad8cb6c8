// The walk through one training step: a dock at the window's foot, and the parts of the tool that are at work lit.

import { computed, effect } from '@preact/signals-core';
import type { Send } from '../../app/send';
import type { State } from '../../app/store';
import { find, make } from '../../ui/dom';
import { theme } from '../../ui/ink';
import { addKey } from '../../ui/keys';
import { text } from '../../ui/text';
import { figuresOf } from './figures';
import { STAGES, type Stage } from './state';
import { stageWords } from './words';

export function showSlowMotion(state: State, send: Send) {
  beginAndEnd(state, send);
  showStage(state);
  showControls(state, send);
  readKeys(state, send);
}

function beginAndEnd(state: State, send: Send) {
  const button = find(HTMLButtonElement, '#slow-motion');
  const dock = find(HTMLElement, '#walk');
  button.addEventListener('click', () => send({ do: 'walk a step' }));
  effect(() => {
    const phase = state.run.phase.value;
    const walks = state.slowMotion.at.value !== undefined;
    button.disabled = !state.settings.form.value || phase === 'starting' || phase === 'finished' || walks;
  });
  const open = computed(() => state.slowMotion.at.value !== undefined);
  effect(() => {
    const hadFocus = dock.contains(document.activeElement);
    dock.hidden = !open.value;
    document.documentElement.classList.toggle('walks', open.value);
    if (open.value) dock.focus({ preventScroll: true });
    else if (hadFocus) button.focus();
  });
}

/** What is at work is brought into view, above the dock. */
const AT_WORK: Readonly<Record<Stage, string>> = {
  encode: '.input .pad',
  sample: '#map-frame',
  decode: '#reconstruction',
  loss: '#reconstruction',
  update: '#map-frame',
};

function showStage(state: State) {
  const tool = find(HTMLElement, '.tool');
  const list = find(HTMLElement, '#walk-stages');
  const words = find(HTMLElement, '#walk-words');
  const figures = find(HTMLElement, '#walk-figures');
  effect(() => {
    const at = state.slowMotion.at.value;
    const stage = at && at !== 'waiting' ? at.stage : undefined;
    if (stage) {
      tool.dataset.stage = stage;
      find(Element, AT_WORK[stage]).scrollIntoView({ block: 'nearest' });
    } else delete tool.dataset.stage;
    list.replaceChildren(
      ...STAGES.map((name) => {
        const item = make('li', name, text.value.slowMotion.stages[name]);
        if (name === stage) item.setAttribute('aria-current', 'step');
        return item;
      }),
    );
    words.textContent = at && at !== 'waiting' ? stageWords(at) : at ? text.value.slowMotion.waiting : '';
  });
  effect(() => {
    theme.value;
    const at = state.slowMotion.at.value;
    figures.replaceChildren(...(at && at !== 'waiting' ? figuresOf(at) : []));
  });
}

function showControls(state: State, send: Send) {
  const previous = find(HTMLButtonElement, '#walk-previous');
  const next = find(HTMLButtonElement, '#walk-next');
  const play = find(HTMLButtonElement, '#walk-play');
  const leave = find(HTMLButtonElement, '#walk-leave');
  previous.addEventListener('click', () => send({ do: 'previous stage' }));
  next.addEventListener('click', () => send({ do: 'next stage' }));
  play.addEventListener('click', () => send({ do: 'play stages', plays: !state.slowMotion.plays.peek() }));
  leave.addEventListener('click', () => send({ do: 'leave the walk' }));
  effect(() => {
    const at = state.slowMotion.at.value;
    const stage = at && at !== 'waiting' ? at.stage : undefined;
    const words = text.value.slowMotion;
    const plays = state.slowMotion.plays.value;
    const focused = document.activeElement;
    previous.disabled = !stage || stage === 'encode';
    play.disabled = !stage || stage === 'update';
    next.disabled = !stage || (stage === 'update' && state.run.phase.value === 'finished');
    next.textContent = stage === 'update' ? words.again : words.next;
    play.textContent = plays ? words.pause : words.play;
    // A disabled button would drop the focus.
    if (focused instanceof HTMLButtonElement && focused.disabled && focused.closest('#walk'))
      (next.disabled ? leave : next).focus();
  });
}

/** Arrows go from stage to stage, and so does Enter where no button has the focus. */
function readKeys(state: State, send: Send) {
  const dock = find(HTMLElement, '#walk');
  addKey({
    keys: ['ArrowLeft', 'ArrowRight'],
    shown: '← →',
    words: () => text.value.slowMotion.stageKeys,
    on: { element: dock, words: () => text.value.slowMotion.onWalk },
    press: ({ key }) => send({ do: key === 'ArrowRight' ? 'next stage' : 'previous stage' }),
  });
  dock.addEventListener('keydown', ({ key, target }) => {
    if (key === 'Enter' && target === dock) send({ do: 'next stage' });
  });
  document.addEventListener('keydown', (event) => {
    if (event.key !== 'Escape' || event.defaultPrevented || document.querySelector('dialog[open]')) return;
    if (state.slowMotion.at.peek()) send({ do: 'leave the walk' });
  });
}
