import type { Feature } from '../../app/feature';
import { fetchedHandlers } from '../../app/fetched';
import type { SurveyCommand } from './commands';
import { surveyState } from './state';

declare module '../../app/send' {
  interface Commands {
    survey: SurveyCommand;
  }
}

declare module '../../app/store' {
  interface State {
    survey: ReturnType<typeof surveyState>;
  }
}

export const survey = {
  name: 'survey',
  state: surveyState,
  commands: (page) =>
    fetchedHandlers<SurveyCommand>({ survey: true, 'stop surveying': true }, async () =>
      (await import('./commands')).surveyCommands(page),
    ),
  panels: [{ root: '#survey', load: () => import('./view') }],
} satisfies Feature<'survey'>;
