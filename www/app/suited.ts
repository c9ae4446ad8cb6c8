// A feature that is for data of one kind, kept to that kind: its panels, its files, and what it asks.

import type { Export } from './export/exports';
import type { AnyFeature, Panel, Suits } from './feature';
import type { Model } from './model/state';
import type { Page } from './page';

/** The page as such a feature follows it: of a model of other data it asks nothing. */
export function suitedPage(page: Page, { suits }: Pick<AnyFeature, 'suits'>): Page {
  if (!suits) return page;
  const { model, uses } = page;
  return { ...page, model: keptTo(suits, model), uses: keptTo(suits, uses) };
}

interface Followed<Inputs> {
  inputs(model: Model): Inputs | undefined;
}

/** All else that is asked of it, it does itself. */
function keptTo<Whole extends { follow(question: never): void }>(suits: Suits, whole: Whole): Whole {
  const follow = (question: Followed<unknown>) =>
    whole.follow({
      ...question,
      inputs: (model: Model) => (suits(model.summary.data) ? question.inputs(model) : undefined),
    } as never);
  return new Proxy(whole, {
    get(_, name) {
      if (name === 'follow') return follow;
      const part: unknown = Reflect.get(whole, name);
      return typeof part === 'function' ? part.bind(whole) : part;
    },
  });
}

export const suitedPanels = ({
  suits,
  panels = [],
}: Pick<AnyFeature, 'suits' | 'panels'>): readonly Panel[] =>
  suits ? panels.map((panel) => ({ suits, ...panel })) : panels;

export const suitedExports = ({
  suits,
  exports = [],
}: Pick<AnyFeature, 'suits' | 'exports'>): readonly Export[] =>
  suits ? exports.map((one) => ({ suits, ...one })) : exports;
