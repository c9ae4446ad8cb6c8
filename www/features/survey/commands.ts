// How good a use of the model is, over many test images.

import { wrap } from 'comlink';
import { Measuring } from '../../app/model/measuring';
import type { Page } from '../../app/page';
import type { Handlers } from '../../app/send';
import type { SurveyorApi, Use } from '../../engine/protocol/surveyor';
import type { Surveyed } from './state';

export type SurveyCommand = { do: 'survey'; use: Use; images: number } | { do: 'stop surveying' };

type Order = Pick<Surveyed, 'use' | 'images'>;

export function surveyCommands(page: Page): Handlers<SurveyCommand> {
  const survey = new Measuring<Order, Omit<Surveyed, 'subject'>>(page, {
    name: 'surveyor',
    make: (name) =>
      new Worker(new URL('../../engine/workers/surveyor.ts', import.meta.url), { type: 'module', name }),
    async measure(worker, site, order, goOn) {
      const { use, images } = order;
      const deterministic = page.state.model.shown.peek()?.summary.config.deterministic ?? false;
      return {
        use,
        images,
        rows: await wrap<SurveyorApi>(worker).survey(site, { ...order, deterministic }, goOn),
      };
    },
    progress: page.state.survey.progress,
    show(subject, report) {
      page.state.survey.last.value = { subject, ...report };
    },
  });
  return {
    survey: ({ use, images }) => survey.start({ use, images }),
    'stop surveying': () => survey.stop(),
  };
}
