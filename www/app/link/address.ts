// The address names what a page opens with, and follows what a person chooses since: a reload, a bookmark and a link bring it back.

import { computed, effect } from '@preact/signals-core';
import { wantedLanguage } from '../../ui/text';
import { FIRST_MODEL } from '../model/state';
import { formOf } from '../settings/form';
import { SETTINGS } from '../settings/schema';
import type { State } from '../store';
import type { UrlSettings } from '../url';
import { dataIn, isOfRun, modelIn, placesOf, saidIn, viewIn } from './places';

/** What moves is written when it has come to rest. */
const REST_MS = 300;
/** What is chosen is written at once, but no more than so often within so long: browsers take 100 in 10 s. */
const MOST_WRITES = 10;
const WITHIN_MS = 1500;
const MOVING = new Set(['z', 'window', 'text']);

/** What of the page's own entries in the history is told by: a way along a link within the page makes one that is not. */
const MARK = 'latent-explorer';

export const VIEW = '#view=';

/** What changed since the address was written. */
const pending = new Map<string, string | undefined>();
let timer: ReturnType<typeof setTimeout> | undefined;
/** A choice is about to be written, and nothing that moves meanwhile puts that off. */
let choiceWaits = false;
/** When it was written last, so many times. */
let written: readonly number[] = [];

export function keepAddress(state: State, url: UrlSettings) {
  mark();
  // The browser, or what it remembers, chooses these where no address does.
  follow('lang', () => (isNamed('lang') ? wantedLanguage.value : undefined), url.lang);
  follow('backend', () => (isNamed('backend') ? state.settings.choice.value : undefined), url.backend);
  follow('lecture', () => (state.lecture.on.value ? '' : undefined), url.lecture ? '' : undefined);
  follow('model', namedModel(state, url.model), url.model);
  follow('data', () => dataIn(state));
  follow(VIEW, () => viewIn(state));
  const opened = saidIn(formOf(url.settings));
  const said = computed(() => saidIn(state.settings.form.value));
  // Parameters of a choice that is not made wait in the form, and say nothing.
  const isHidden = (name: string) => state.settings.check.value?.hidden.includes(name);
  for (const { name } of SETTINGS)
    follow(name, () => (isHidden(name) ? undefined : said.value[name]), opened[name]);
  for (const [name, place] of Object.entries(placesOf(state))) follow(name, place);
}

/** The one that is shown; that which the page was opened with, until another, or a run's, has been shown. */
function namedModel(state: State, opened: string | undefined) {
  let awaited = opened;
  return () => {
    if (isOfRun(state.model) || state.model.shipped.value !== FIRST_MODEL) awaited = undefined;
    return modelIn(state) ?? awaited;
  };
}

const isNamed = (name: string) => new URL(location.href).searchParams.has(name);

/**
 * What the address names says what is to come, until it changes from what the page opened with: that may have been before
 * there was anything to follow it.
 */
function follow(name: string, value: () => string | undefined, opened?: string) {
  let before = opened;
  effect(() => {
    const now = value();
    if (now === before) return;
    before = now;
    pending.set(name, now);
    if (choiceWaits) return;
    clearTimeout(timer);
    choiceWaits = !MOVING.has(name);
    const wait = choiceWaits ? untilTaken() : REST_MS;
    if (wait > 0) timer = setTimeout(writeAddress, wait);
    else writeAddress();
  });
}

/** In ms, until a browser takes another address. */
function untilTaken(): number {
  const [oldest = 0] = written;
  return written.length < MOST_WRITES ? 0 : oldest + WITHIN_MS - performance.now();
}

/** Writes all that has changed at once. */
export function writeAddress(): string {
  clearTimeout(timer);
  choiceWaits = false;
  written = [...written, performance.now()].slice(-MOST_WRITES);
  const address = new URL(location.href);
  for (const [name, value] of pending) {
    if (name === VIEW)
      address.hash = value ? VIEW + value : address.hash.startsWith(VIEW) ? '' : address.hash;
    else if (value === undefined) address.searchParams.delete(name);
    else address.searchParams.set(name, value);
  }
  pending.clear();
  // Commas and slashes mean nothing in a query: they can be read as they are.
  address.search = address.search.replaceAll('%2C', ',');
  mark(address);
  return address.href;
}

const mark = (address: URL = new URL(location.href)) =>
  history.replaceState({ ...history.state, [MARK]: true }, '', address);

/** Whether the browser has gone back or forward to an entry that was written here. */
export const isOurs = (state: unknown) => typeof state === 'object' && state !== null && MARK in state;

/** What a link within the page has made is the page's own from now on, with what has changed meanwhile. */
export const takeEntry = () => void writeAddress();
