// The model, or the data, that an address names: waited for until it is shown, or is known to be none.

import { computed } from '@preact/signals-core';
import { isSameData } from '../../engine/data/spec';
import { shownData } from '../../ui/shown-data';
import { given } from '../async/given';
import { FIRST_MODEL } from '../model/state';
import type { State } from '../store';
import type { UrlSettings } from '../url';

/** The opening model has no name there, nor has a run's: that stays. */
export const fileIn = ({ model, data }: UrlSettings, isRun: boolean) =>
  model ? `${model}.safetensors` : data || isRun ? undefined : FIRST_MODEL;

export const isShown = ({ shipped, shown }: State['model'], file: string) =>
  shipped.value === file && shown.value?.run === 0;

/** Or, where none is listed by that name, the one that is there. */
export const shownModel = ({ state: { model } }: { state: State }, file: string) => {
  const isNone = () =>
    model.list.value.length > 0 && !model.list.value.some((listed) => listed.file === file);
  return given(computed(() => isShown(model, file) || isNone() || undefined));
};

/** A model of this data, unless there is none such. */
export const shownOf = ({ state: { data, model } }: { state: State }, key: string) => {
  const { sets, used } = data;
  const isNone = () => sets.value.length > 0 && !sets.value.some((set) => set.key === key);
  const isShown = () =>
    used.value?.key === key && model.shown.value?.run === 0 && isSameData(shownData.value, used.value.data);
  return given(computed(() => isShown() || isNone() || undefined));
};
