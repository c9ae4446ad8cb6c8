// Brings the page to where an address says that a person was: what is broken in it is said, and the rest holds.

import { effect, untracked } from '@preact/signals-core';
import { dataOf, hasItems, hasTexts, hasWords } from '../../engine/data/spec';
import { Failed, type Misread } from '../../engine/failure/failure';
import type { DataSpec } from '../../engine/protocol';
import { shownData } from '../../ui/shown-data';
import { text } from '../../ui/text';
import { COMMA, typedNumber } from '../../ui/typed';
import { keyOfData, useDataOf } from '../data/use';
import { moveZ } from '../latent/move';
import { isWrittenAlike } from '../latent/vectors';
import type { Page } from '../page';
import type { Pair } from '../plane/geometry';
import { WHOLE } from '../plane/viewport';
import { formOf } from '../settings/form';
import type { State } from '../store';
import type { UrlSettings } from '../url';
import { VIEW } from './address';
import { countsIn } from './counts';
import { fileIn, isShown, shownModel, shownOf } from './named';
import { openPanels, panels } from './open-panels';
import { PLACES } from './place-names';
import { isOfRun } from './places';

/** How far z goes, by typing too. */
const REACH = 10;

type Context = Pick<Page, 'state' | 'send' | 'report' | 'load' | 'explorer' | 'model' | 'training' | 'base'>;
type Refuse = (name: string, came: string, expected: Extract<Misread, { came: string }>['expected']) => void;

/**
 * What the page opens with, once its model is shown. Who comes back finds the drawing that was kept, with z where it puts it;
 * who comes by a link finds z where that says.
 */
export async function readPlaces(
  page: Context,
  { search, hash }: URL,
  { model, data }: Pick<UrlSettings, 'model' | 'data'>,
  returned = false,
) {
  if (hash.startsWith(VIEW)) await viewFile(page, hash.slice(VIEW.length));
  else if (model) await shownModel(page, `${model}.safetensors`);
  else if (data) await shownOf(page, data);
  const query = new URLSearchParams(search);
  // Beside items or a text it is where z was moved to from them.
  const isMoved = query.has('items') || query.has('text');
  if (returned && !isMoved && page.state.latent.linked.peek()) query.delete('z');
  if (PLACES.some((name) => query.has(name))) place(page, query);
  if (query.has('z') && (isMoved || !returned)) holdZ(page.state);
}

/** Until a person does something, no drawing that was kept moves z, unless it is where z was when the link was written. */
function holdZ(state: State) {
  const z = state.latent.z.peek();
  const release = effect(() => {
    const { encoding } = state.input;
    if (!state.latent.linked.value || isWrittenAlike(z, encoding.value?.mu ?? [])) return;
    untracked(() => moveZ(state, z, undefined));
  });
  for (const kind of ['pointerdown', 'keydown'])
    document.addEventListener(kind, release, { once: true, capture: true });
}

/** Back or forward: all of it as the address says, but for a run that goes on with its own settings. */
export async function returnTo(page: Context, { search, hash }: URL, url: UrlSettings) {
  const { state, send } = page;
  if (!state.run.config.peek()) state.settings.form.value = formOf(url.settings);
  const file = fileIn(url, isOfRun(state.model));
  if (hash.startsWith(VIEW)) await viewFile(page, hash.slice(VIEW.length));
  else if (file && !isShown(state.model, file)) {
    send({ do: 'choose model', file });
    await shownModel(page, file);
  } else if (url.data && url.data !== state.data.used.peek()?.key) {
    send({ do: 'choose data', key: url.data });
    await shownOf(page, url.data);
  }
  const query = new URLSearchParams(search);
  if (!query.has('grid')) send({ do: 'choose map grid', grid: 'equal spacing' });
  if (!query.has('window')) send({ do: 'show whole map' });
  if (!query.has('z')) send({ do: 'move', z: state.latent.opened.peek() });
  const { kind } = state.input.shown.peek();
  const isNamed = query.has('items') || query.has('text');
  if (!isNamed && kind === 'items') send({ do: 'clear' });
  if (!query.has('text') && kind === 'text') send({ do: 'type text', typed: '' });
  if (!query.has('text') && state.words.typed.peek()) send({ do: 'write text', text: '' });
  if (!query.has('layers')) state.map.layers.value = new Map();
  if (!query.has('open')) openPanels([]);
  send({ do: 'lecture', on: url.lecture ?? false });
  place(page, query);
}

/** A model of this site by its file's address: another site's could be anything. */
async function viewFile(page: Context, came: string) {
  const { state, load, explorer, model, training, base, report } = page;
  const url = URL.canParse(came, base) ? new URL(came, base) : undefined;
  if (url?.origin !== new URL(base).origin)
    return report(new Failed({ kind: 'address', misread: [{ name: '#view', came, expected: 'sameSite' }] }));
  if (isShown(state.model, url.pathname)) return;
  const weights = await load(url.href);
  const { run } = await explorer.ask((it) => it.model.readFile(weights));
  await useDataOf(page, { dataSet: await keyOfData(page, dataOf(run.model)) });
  await training.pause();
  await model.ship(url.pathname, weights);
}

function place(page: Context, query: URLSearchParams) {
  const misread: Misread[] = [];
  const refuse: Refuse = (name, came, expected) => misread.push({ name, came, expected });
  placeMap(page, query, refuse);
  placeInput(page, query, refuse);
  placeZ(page, query, refuse);
  placePanels(page, query, refuse);
  if (misread.length > 0) page.report(new Failed({ kind: 'address', misread }));
}

const numbersIn = (text: string) => text.split(COMMA).map(typedNumber);
const areNumbers = (numbers: readonly number[], count: number, most: number) =>
  numbers.length === count && numbers.every((value) => Math.abs(value) <= most);

function placeMap({ state, send }: Context, query: URLSearchParams, refuse: Refuse) {
  const grid = query.get('grid');
  if (grid === 'mass') send({ do: 'choose map grid', grid: 'equal prior mass' });
  else if (grid !== null && grid !== 'spacing') refuse('grid', grid, ['spacing', 'mass']);
  const axes = query.get('axes');
  const latentSize = state.latent.z.peek().length;
  const chosen = numbersIn(axes ?? '').map((axis) => axis - 1);
  const isAxis = (axis: number) => Number.isInteger(axis) && axis >= 0 && axis < latentSize;
  if (axes === 'principal') send({ do: 'show principal axes', shown: true });
  else if (chosen.length === 2 && chosen.every(isAxis) && (chosen[0] !== chosen[1] || latentSize === 1))
    send({ do: 'choose axes', axes: [chosen[0] ?? 0, chosen[1] ?? 0] });
  else if (axes !== null) refuse('axes', axes, ['principal', `1,${latentSize}`]);
  const window = query.get('window');
  const [x = 0, y = 0, span = 0] = numbersIn(window ?? '');
  if (areNumbers(numbersIn(window ?? ''), 3, WHOLE.span * 2) && span > 0)
    send({ do: 'show window', window: { centre: [x, y] satisfies Pair, span } });
  else if (window !== null) refuse('window', window, { span: WHOLE.span * 2 });
}

/** Before z, which a person may have moved away from there. */
function placeInput({ state, send }: Context, query: URLSearchParams, refuse: Refuse) {
  const data = shownData.peek();
  const [items, written] = [query.get('items'), query.get('text')];
  if (items !== null) {
    const row = hasItems(data) ? countsIn(items, data.width) : undefined;
    // A text that was kept is another one.
    if (row && state.words.typed.peek()) send({ do: 'write text', text: '' });
    if (row) send({ do: 'choose items', row });
    else refuse('items', items, hasItems(data) ? { items: data.width } : 'itemsModel');
  }
  // What cannot be read of a text is said where it stands.
  if (written !== null && hasTexts(data)) send({ do: 'type text', typed: written });
  else if (written !== null && hasWords(data)) send({ do: 'write text', text: written });
  else if (written !== null) refuse('text', written, 'textsModel');
}

function placeZ({ state, send }: Context, query: URLSearchParams, refuse: Refuse) {
  const z = query.get('z');
  const numbers = state.latent.z.peek().length;
  if (z !== null && areNumbers(numbersIn(z), numbers, REACH)) send({ do: 'move', z: numbersIn(z) });
  else if (z !== null) refuse('z', z, { numbers, most: REACH });
  const named = query.get('class');
  const { classes }: DataSpec = shownData.peek();
  if (named === null) return;
  if (classes.includes(named)) send({ do: 'choose class', classIndex: classes.indexOf(named) });
  else refuse('class', named, classes);
}

function placePanels({ state }: Context, query: URLSearchParams, refuse: Refuse) {
  const known = (name: string, all: readonly string[]) => {
    const came = query.get(name);
    const parts = came?.split(COMMA) ?? [];
    const isKnown = (part: string) => all.includes(part.replace(/^-/, ''));
    const strange = parts.filter((part) => !isKnown(part));
    if (strange.length > 0) refuse(name, strange.join(','), all);
    return came === null ? undefined : parts.filter(isKnown);
  };
  const layers = known('layers', Object.keys(text.peek().map.layers));
  if (layers)
    state.map.layers.value = new Map(layers.map((part) => [part.replace(/^-/, ''), !part.startsWith('-')]));
  const open = known(
    'open',
    panels().map(({ id }) => id),
  );
  if (open) openPanels(open);
}
