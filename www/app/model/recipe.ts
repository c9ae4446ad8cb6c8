// How a shipped model was trained, as the list says.

import type { ModelConfig, RunConfig } from '../../engine/protocol';
import type { Page } from '../page';
import { formOf } from '../settings/form';
import { shippedOf } from './words';

export interface Recipe {
  run: RunConfig;
  epochs: number;
}

/** Of the one that is listed as shown, which `model` describes; nothing where none is, or its recipe is no run's. */
export async function recipeOf(
  { state, explorer }: Pick<Page, 'state' | 'explorer'>,
  model: ModelConfig,
): Promise<Recipe | undefined> {
  const recipe = shippedOf(state.model)?.recipe;
  const checked = recipe && (await explorer.ask((it) => it.settings.check(formOf(recipe), undefined)));
  return checked?.run && { run: { ...checked.run, model }, epochs: Number(recipe?.epochs ?? 1) };
}
