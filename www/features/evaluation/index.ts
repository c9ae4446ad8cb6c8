import type { Feature } from '../../app/feature';
import { fetchedHandlers } from '../../app/fetched';
import { text } from '../../ui/text';
import type { EvaluationCommand } from './commands';
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
  commands: (page) =>
    fetchedHandlers<EvaluationCommand>({ evaluate: true, 'stop evaluating': true }, async () =>
      (await import('./commands')).evaluationCommands(page),
    ),
  exports: [
    {
      name: 'evaluation',
      kind: 'data',
      words: () => text.value.evaluation.title,
      formats: ['json'],
      isThere: ({ evaluation }) => evaluation.last.value !== undefined,
      load: async () => (await import('./json-file')).makeEvaluation,
    },
  ],
  panels: [{ root: 'section.evaluation', load: () => import('./view') }],
} satisfies Feature<'evaluation'>;
