// How a shipped model was trained, as the list says.

import type { RunConfig } from '../../engine/protocol';
import type { Page } from '../page';
import { formOf } from '../settings/form';
import type { Model } from './state';
import { shippedOf } from './words';

export interface Recipe {
  run: RunConfig;
  epochs: number;
}

/** Of the one that is listed as shown, if that is `shown`; nothing where a run's is, none is listed, or its recipe is no run's. */
export async function recipeOf(
  { state, explorer }: Pick<Page, 'state' | 'explorer'>,
  { run, summary }: Pick<Model, 'run' | 'summary'>,
): Promise<Recipe | undefined> {
  const recipe = run === 0 ? shippedOf(state.model)?.recipe : undefined;
  const checked = recipe && (await explorer.ask((it) => it.settings.check(formOf(recipe), undefined)));
  return (
    checked?.run && { run: { ...checked.run, model: summary.config }, epochs: Number(recipe?.epochs ?? 1) }
  );
}
