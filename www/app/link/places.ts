// Where a person is on the page, as the address carries it: nothing of what is as it was at first.

import { hasWords, SITE_KEY } from '../../engine/data/spec';
import type { Form } from '../../engine/protocol';
import { nameOfClass, shownData } from '../../ui/shown-data';
import { textOf } from '../../ui/written';
import { FIRST_MODEL, UNTRAINED } from '../model/state';
import { WHOLE } from '../plane/viewport';
import { formOf } from '../settings/form';
import { DEFAULT_FORM } from '../settings/schema';
import type { State } from '../store';
import { countsText } from './counts';
import type { Place } from './place-names';

/** As exact as the page shows them. */
const figures = (values: readonly number[]) => values.map((value) => Number(value.toFixed(3))).join(',');

export const placesOf = (state: State): Record<Place, () => string | undefined> => {
  const { input, latent, plane, map, model, page } = state;
  // No link brings back data of one's own.
  const isLinked = () =>
    isOfRun(model) ? isOfSite(state) : model.shipped.value !== UNTRAINED || dataIn(state) !== undefined;
  // Nor has a link the model of a run.
  const isShipped = () => isLinked() && model.shown.value?.run === 0;
  return {
    items: () => {
      const { value } = input.shown;
      const isSaid = typedIn(state) !== undefined;
      return isLinked() && value.kind === 'items' && !isSaid ? countsText(value.pixels) : undefined;
    },
    text: () => {
      const { value } = input.shown;
      if (!isLinked()) return undefined;
      return value.kind === 'text' ? textOf(value.pixels, shownData.value) : typedIn(state);
    },
    z: () => {
      // What the page does by itself is not where a person is, and where items or a text put z they say.
      const follows = ['items', 'text'].includes(input.shown.value.kind) && latent.linked.value;
      const isThere = isShipped() && !page.plays.value && !follows;
      return isThere && latent.z.value !== latent.opened.value ? figures(latent.z.value) : undefined;
    },
    grid: () => (plane.grid.value === 'equal prior mass' ? 'mass' : undefined),
    window: () => {
      const { centre, span } = plane.window.value;
      return plane.window.value === WHOLE ? undefined : figures([...centre, span]);
    },
    axes: () => {
      if (plane.principal.value) return 'principal';
      const [across, up] = plane.axes.value;
      const isFirst = across === 0 && up === Math.min(1, plane.shown.value.across.length - 1);
      return isFirst ? undefined : `${across + 1},${up + 1}`;
    },
    layers: () => [...map.layers.value].map(([id, on]) => (on ? id : `-${id}`)).join(',') || undefined,
    class: () =>
      isLinked() && shownData.value.classes[latent.classIndex.value] && latent.classIndex.value > 0
        ? nameOfClass(latent.classIndex.value)
        : undefined,
    open: () => page.open.value.join(',') || undefined,
  };
};

/** Letters of an address, as it spells them, that browsers and mail programs take. */
const LONGEST = 2000;

/** What is typed for its words, unless it is too long: then they are said alone. */
function typedIn({ words }: State): string | undefined {
  const { value: text } = words.typed;
  const isSaid = hasWords(shownData.value) && text.trim() !== '';
  return isSaid && new URLSearchParams({ text }).toString().length <= LONGEST ? text : undefined;
}

/** Whether what is shown was trained here, or brought in: no address brings that back. */
export const isOfRun = ({ shown }: Pick<State['model'], 'shown'>) => (shown.value?.run ?? 0) > 0;

const isOfSite = ({ data }: State) => data.used.value?.source.at !== 'here';

/** A shipped model by its name, while it is shown; one that is the site's by its address alone has none. */
export const modelIn = ({ model }: State) => {
  const file = model.shipped.value;
  return isOfRun(model) || file === FIRST_MODEL || file === UNTRAINED || file.startsWith('/')
    ? undefined
    : file.replace(/\.safetensors$/, '');
};

/** One that is the site's by its address alone, while it is shown. */
export const viewIn = ({ model }: State) =>
  !isOfRun(model) && model.shipped.value.startsWith('/') ? model.shipped.value : undefined;

/** The site's data, where no model that is shipped says which: a run's, or what the beginning of one stands in for. */
export const dataIn = (state: State) => {
  const { model, data } = state;
  const isNamed = isOfRun(model) ? data.used.value?.key !== SITE_KEY : model.shipped.value === UNTRAINED;
  return isNamed && isOfSite(state) ? data.used.value?.key : undefined;
};

/** The texts that make the form: those that are not as at first, nor as the others propose. */
export function saidIn(form: Form): Form {
  const differ = (from: Form) => Object.entries(form).filter(([name, text]) => text !== from[name]);
  const said = Object.fromEntries(differ(DEFAULT_FORM));
  return { ...said, ...Object.fromEntries(differ(formOf(said))) };
}
