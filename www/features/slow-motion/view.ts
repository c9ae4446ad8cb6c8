// The walk through one training step: a dock at the window's foot, and the parts of the tool that are at work lit.

import { computed } from '@preact/signals-core';
import type { Mount, PanelContext } from '../../app/feature';
import { wholeModel } from '../../app/model/whole-model';
import { find, make } from '../../ui/dom';
import { theme } from '../../ui/ink';
import { addKey, onEscape } from '../../ui/keys';
import { atEnd, watch } from '../../ui/lifetime';
import { text } from '../../ui/text';
import { figuresOf } from './figures';
import { STAGES, type Stage } from './state';
import { stageWords } from './words';

/** The button that begins a walk brings the dock with it, which is out of sight until then. */
export const mount: Mount = (button, context, signal) => {
  if (!(button instanceof HTMLButtonElement)) return;
  const dock = find(HTMLElement, '#walk');
  showButton(button, context, signal);
  showDock(dock, button, context, signal);
  showStage(dock, context, signal);
  showControls(dock, context, signal);
  readKeys(dock, context, signal);
};

function showButton(button: HTMLButtonElement, { state, send }: PanelContext, signal: AbortSignal) {
  button.addEventListener('click', () => send({ do: 'walk a step' }), { signal });
  watch(signal, () => {
    const walks = state.slowMotion.at.value !== undefined;
    button.disabled = !wholeModel(state) || state.run.phase.value === 'starting' || walks;
  });
}

/** Whoever began a walk finds the focus on the button again after it. */
function showDock(
  dock: HTMLElement,
  button: HTMLButtonElement,
  { state }: PanelContext,
  signal: AbortSignal,
) {
  const open = computed(() => state.slowMotion.at.value !== undefined);
  watch(signal, () => {
    const hadFocus = dock.contains(document.activeElement);
    dock.hidden = !open.value;
    document.documentElement.classList.toggle('walks', open.value);
    if (open.value) dock.focus({ preventScroll: true });
    else if (hadFocus) button.focus();
  });
  atEnd(signal, () => document.documentElement.classList.remove('walks'));
}

/** What is at work is brought into view, above the dock. */
const AT_WORK: Readonly<Record<Stage, string>> = {
  encode: '.input .pad',
  sample: '#map-frame',
  decode: '#reconstruction',
  loss: '#reconstruction',
  update: '#map-frame',
};

function showStage(dock: HTMLElement, { state }: PanelContext, signal: AbortSignal) {
  const tool = find(HTMLElement, '.tool');
  const list = find(HTMLElement, '#walk-stages', dock);
  const words = find(HTMLElement, '#walk-words', dock);
  const figures = find(HTMLElement, '#walk-figures', dock);
  watch(signal, () => {
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
  watch(signal, () => {
    theme.value;
    const at = state.slowMotion.at.value;
    figures.replaceChildren(...(at && at !== 'waiting' ? figuresOf(at) : []));
  });
  atEnd(signal, () => {
    delete tool.dataset.stage;
    list.replaceChildren();
    figures.replaceChildren();
  });
}

function showControls(dock: HTMLElement, { state, send }: PanelContext, signal: AbortSignal) {
  const previous = find(HTMLButtonElement, '#walk-previous', dock);
  const next = find(HTMLButtonElement, '#walk-next', dock);
  const play = find(HTMLButtonElement, '#walk-play', dock);
  const leave = find(HTMLButtonElement, '#walk-leave', dock);
  const playOrPause = () => send({ do: 'play stages', plays: !state.slowMotion.plays.peek() });
  previous.addEventListener('click', () => send({ do: 'previous stage' }), { signal });
  next.addEventListener('click', () => send({ do: 'next stage' }), { signal });
  play.addEventListener('click', playOrPause, { signal });
  leave.addEventListener('click', () => send({ do: 'leave the walk' }), { signal });
  watch(signal, () => {
    const at = state.slowMotion.at.value;
    const stage = at && at !== 'waiting' ? at.stage : undefined;
    const words = text.value.slowMotion;
    const plays = state.slowMotion.plays.value;
    const focused = document.activeElement;
    previous.disabled = !stage || stage === 'encode';
    play.disabled = !stage || stage === 'update';
    next.disabled = !stage;
    next.textContent = stage === 'update' ? words.again : words.next;
    play.textContent = plays ? words.pause : words.play;
    // A disabled button would drop the focus.
    if (focused instanceof HTMLButtonElement && focused.disabled && dock.contains(focused))
      (next.disabled ? leave : next).focus();
  });
}

/** Arrows go from stage to stage, and so does Enter where no button has the focus. */
function readKeys(dock: HTMLElement, { state, send }: PanelContext, signal: AbortSignal) {
  addKey(signal, {
    keys: ['ArrowLeft', 'ArrowRight'],
    shown: '← →',
    words: () => text.value.slowMotion.stageKeys,
    on: { element: dock, words: () => text.value.slowMotion.onWalk },
    press: ({ key }) => send({ do: key === 'ArrowRight' ? 'next stage' : 'previous stage' }),
  });
  const goOn = ({ key, target }: KeyboardEvent) => {
    if (key === 'Enter' && target === dock) send({ do: 'next stage' });
  };
  dock.addEventListener('keydown', goOn, { signal });
  onEscape(signal, () => {
    if (state.slowMotion.at.peek()) send({ do: 'leave the walk' });
  });
}
