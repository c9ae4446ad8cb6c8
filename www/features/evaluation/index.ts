import type { Feature } from '../../app/feature';
import { type EvaluationCommand, evaluationCommands } from './commands';
import { evaluationState } from './state';

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
  panels: [{ root: 'section.evaluation', load: () => import('./view') }],
} satisfies Feature<'evaluation'>;
