// Compares anew whenever the model changes: the maps first, what they keep of the neighbours as soon as all is compared.

import type { Page } from '../../app/page';
import type { Method, Row } from '../../engine/protocol/uses';
import type { Kept, Lack, Reduced } from './state';

/** What takes some seconds need not follow each snapshot of a model in training. */
const REST_MS = 10_000;

/** What a method keeps, of a report; nothing where it is not in it yet. */
export function keptOf(rows: readonly Row[], method: Method): Kept | undefined {
  const value = (quantity: Row['quantity']) =>
    rows.find((row) => row.method === method && row.quantity === quantity)?.value;
  const [trustworthiness, neighbours] = [value('trustworthiness'), value('neighboursKept')];
  return trustworthiness === undefined || neighbours === undefined
    ? undefined
    : { trustworthiness, neighbours };
}

export function follow({ state, uses }: Pick<Page, 'state' | 'uses'>) {
  const { reduced, lack } = state.reduce;
  uses.follow<Record<string, never>, Reduced | Lack>({
    use: 'reduce',
    inputs: () => ({}),
    async ask(it, _, { model, overtaken, part }) {
      for (;;) {
        if (overtaken.aborted) return undefined;
        const answer = await it.reduce.advance();
        if ('lack' in answer) return answer.lack;
        const { done, all, maps, rows, trainings } = answer;
        const found: Reduced = {
          share: done / all,
          dimensions: model.summary.config.latentSize,
          maps,
          trainings,
          codes: keptOf(rows, 'codes'),
          components: keptOf(rows, 'pcaAsMany'),
        };
        if (done >= all) return found;
        part(found);
      }
    },
    show(answer) {
      const value = answer?.value;
      const isLack = value !== undefined && 'least' in value;
      lack.value = isLack ? value : undefined;
      reduced.value = isLack ? undefined : value;
    },
    restWithSameInputs: REST_MS,
  });
}
