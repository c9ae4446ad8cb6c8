// What each command does.

import { batch } from '@preact/signals-core';
import type { Command, Send } from './commands';
import type { Evaluating } from './evaluating';
import type { ExplorerClient } from './explorer-client';
import { checkForm, placeChecked } from './form';
import { formOfKind } from './kinds';
import type { ShippedModels } from './shipped-models';
import type { Input, State } from './store';
import type { Training } from './training';

export function createSend(
  state: State,
  explorer: ExplorerClient,
  training: Training,
  models: ShippedModels,
  evaluating: Evaluating,
  report: (error: unknown) => void,
): Send {
  const setInput = (input: Input) =>
    batch(() => {
      state.linked.value = input.kind !== 'empty';
      state.input.value = input;
      if (input.kind === 'empty') state.encoding.value = undefined;
    });

  async function takeTestDigit() {
    const count = await explorer.ask((it) => it.openTestDigits());
    state.testDigits.value = count;
    const digit = await explorer.ask((it) => it.testDigit(Math.floor(Math.random() * count)));
    batch(() => {
      state.digitClass.value = digit.label;
      setInput({ kind: 'digit', ...digit });
    });
  }

  /** Another class at the same z: what a test digit was encoded as stays with its own class. */
  function chooseClass(digitClass: number) {
    batch(() => {
      if (state.input.value.kind === 'digit') state.linked.value = false;
      state.digitClass.value = digitClass;
    });
  }

  async function go(intent: 'run' | 'step') {
    const form = state.form.value;
    if (!form) return;
    if (state.phase.value !== 'idle' && state.config.value) return training.go(intent, state.config.value);
    const checked = await checkForm(form, explorer);
    placeChecked(state, checked);
    if (checked.errors.length > 0) state.refusals.value++;
    else await training.go(intent, checked.run);
  }

  async function act(command: Command) {
    switch (command.do) {
      case 'move':
        return batch(() => {
          state.linked.value = false;
          state.movedAt.value = command.since;
          state.z.value = command.z;
        });
      case 'choose axes':
        state.axes.value = command.axes;
        return;
      case 'draw':
        return setInput({ kind: 'drawing', ink: command.ink, side: command.side, since: command.since });
      case 'clear':
        return setInput({ kind: 'empty' });
      case 'take test digit':
        return takeTestDigit();
      case 'start':
        return go('run');
      case 'step':
        return go('step');
      case 'pause':
        return training.pause();
      case 'reset':
        return training.reset();
      case 'set':
        if (state.form.value) state.form.value = { ...state.form.value, [command.field]: command.text };
        return;
      case 'choose kind':
        if (state.form.value) state.form.value = formOfKind(state.form.value, command.kind);
        return;
      case 'choose model':
        return models.choose(command.file);
      case 'show run':
        return training.comeBack();
      case 'choose class':
        return chooseClass(command.digitClass);
      case 'evaluate':
        return evaluating.start(command.digits, command.samples);
      case 'stop evaluating':
        return evaluating.stop();
      case 'choose backend':
        state.choice.value = command.choice;
        return;
      case 'dismiss':
        state.problem.value = undefined;
    }
  }

  return (command) => {
    act(command).catch(report);
  };
}
