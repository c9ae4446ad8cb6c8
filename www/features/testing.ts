// The state of a page, and a model that answers what a test says, for tests.

import { ModelScope } from '../app/model/scope';
import { createState as create } from '../app/page';
import { rooms } from '../app/rooms';
import { DEFAULT_RUN as PLAIN } from '../app/settings/schema';
import type { State } from '../app/store';
import { dataOf, SITE_DATA } from '../engine/data/spec';
import type { Asked, OfModel } from '../engine/explorer/questions';
import type { ExplorerEvent, ModelConfig } from '../engine/protocol';
import { features } from '.';

/** What the samples of the test models are. */
export const DATA = SITE_DATA;

export const createState = () => create([...rooms, ...features]);

/** What answers: the areas that the test needs, with the questions that it needs of them. */
export type Answers = {
  [Area in keyof Asked<OfModel>]?: Partial<Asked<OfModel>[Area]>;
};

/** The owner of the model over a worker that is not there. `show` puts a model in its place, of a run or a shipped one. */
export function openModel(
  answers: Answers,
  state: State = createState(),
  report: (error: unknown) => void = (error) => {
    throw error;
  },
) {
  let version = 0;
  const client = {
    onEvent: async (_event: ExplorerEvent) => {},
    askOf: <Value>(_version: number, question: (it: Asked<OfModel>) => Promise<Value>) =>
      question(answers as Asked<OfModel>),
    load: async () => undefined as never,
    receive: async () => {},
  };
  state.model.whole.value = true;
  const model = new ModelScope(state, client, report);
  const show = (config: Partial<ModelConfig> = {}, run = 0, step = 0) => {
    const whole = { ...PLAIN.model, ...config };
    const summary = { config: whole, data: dataOf(whole), inkBox: 20, parameters: 9 };
    void client.onEvent({ kind: 'shown', run, step, version: ++version, summary });
  };
  return { state, model, show };
}
