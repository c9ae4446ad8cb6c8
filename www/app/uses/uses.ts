// What follows a copy of the model, in a worker of its own that is made when the first panel is unfolded.

import type { AskedOfUses, UsesClient } from '../../engine/clients/uses';
import type { Site } from '../../engine/protocol';
import { part } from '../async/part';
import type { Asking, Question } from '../model/follow';
import type { ModelScope } from '../model/scope';
import { type Subject, subjectAsked } from '../model/subject';
import type { State } from '../store';
import { isWanted } from './state';

/** As of the model itself, but asked of its copy, and only while the panel is unfolded. */
export interface UsesQuestion<Inputs, Value> extends Omit<Question<Inputs, Value>, 'ask' | 'whole'> {
  /** The panel's name. */
  use: string;
  ask(uses: AskedOfUses, inputs: Inputs, asking: Asking<Value>): Promise<Value | undefined>;
}

export class Uses {
  private client: Promise<UsesClient> | undefined;

  constructor(
    private readonly state: State,
    private readonly model: Pick<ModelScope, 'follow' | 'ask'>,
    private readonly site: () => Promise<Site>,
  ) {}

  follow<Inputs, Value>({ use, inputs, ask, ...rest }: UsesQuestion<Inputs, Value>) {
    this.model.follow<Inputs, Value>({
      ...rest,
      whole: true,
      inputs: (model) => (isWanted(this.state.uses.open.value, use) ? inputs(model) : undefined),
      ask: async (it, given, asking) =>
        (await this.opened()).askOf(
          asking.model.version,
          () => it.model.weights(),
          (uses) => ask(uses, given, asking),
        ),
    });
  }

  /** Asks once, of a copy of the model that is shown, which is told: another one may be shown once the answer comes. */
  ask<Value>(question: (uses: AskedOfUses, subject: Subject) => Promise<Value>) {
    return this.model.ask(async (it, model) => {
      const subject = subjectAsked(this.state, model);
      return (await this.opened()).askOf(
        model.version,
        () => it.model.weights(),
        (uses) => question(uses, subject),
      );
    });
  }

  private opened(): Promise<UsesClient> {
    this.client ??= this.open().catch((error) => {
      this.client = undefined;
      throw error;
    });
    return this.client;
  }

  private async open() {
    const { UsesClient } = await part(import('../../engine/clients/uses'));
    return new UsesClient(this.site);
  }
}
