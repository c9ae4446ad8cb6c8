import type { Feature } from '../../app/feature';
import { type EvaluationCommand, evaluationCommands } from './commands';
import { evaluationState } from './state';
import { showEvaluation } from './view';

declare module '../../app/send' {
  interface Commands {
    evaluation: EvaluationCommand;
  }
}

declare module '../../app/store' {
  interface State {
    evaluation: ReturnType<typeof evaluationState>;
  }
}

export const evaluation = {
  name: 'evaluation',
  state: evaluationState,
  commands: evaluationCommands,
  panels: [{ root: 'body', mount: (_root, { state, send }) => showEvaluation(state, send) }],
} satisfies Feature<'evaluation'>;
