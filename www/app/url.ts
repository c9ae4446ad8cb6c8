// What the address sets: ?backend=cpu|webgpu, ?threads=N, ?model=mnist-10d, ?data=films, ?lang=en|zh, ?lecture, ?still, any setting by its
// name: ?seed=N&beta=4, and where a person was (link/read.ts): ?z=1,-0.5.

import type { Misread } from '../engine/failure/failure';
import type { BackendChoice, Form } from '../engine/protocol';
import type { Language } from '../ui/text';
import { typedNumber } from '../ui/typed';
import { PLACES } from './link/place-names';
import { nearestName } from './nearest-name';
import { optionsOf, SETTINGS } from './settings/schema';

export interface UrlSettings {
  backend?: BackendChoice;
  /** Threads for training on the CPU. */
  threads?: number;
  /** A shipped model, by the name of its file. */
  model?: string;
  /** A data set of the site, by its key, where no model says which. */
  data?: string;
  lang?: Language;
  /** Fills the window with few and large things. */
  lecture?: boolean;
  /** Whether nothing moves by itself when the page opens. */
  still?: boolean;
  /** Whether it says where a person was, which is read once the model is there. */
  place?: true;
  settings: Form;
  /** What is passed over, and said. */
  misread: readonly Misread[];
}

const BACKENDS = ['automatic', 'cpu', 'webgpu'] as const;
const LANGUAGES = ['en', 'zh'] as const;
/** What switches something on or off; its bare name does too. */
const SWITCHED = new Map([
  ['', true],
  ['1', true],
  ['true', true],
  ['0', false],
  ['false', false],
]);
const NAMES = [
  'backend',
  'threads',
  'model',
  'data',
  'lang',
  'lecture',
  'still',
  ...PLACES,
  ...SETTINGS.map(({ name }) => name),
];
/** What mailing lists and networks add to a link. */
const PICKED_UP = /^(utm_|mc_|_g)|clid$|^ref$/;

/** Numbers are handed on as they came: the form says what is wrong with them. */
export function readUrl(search: string): UrlSettings {
  const query = new URLSearchParams(search);
  const misread = [...strangers(query), ...doubled(query)];
  const found: UrlSettings = { settings: {}, misread };
  misread.push(...readSubject(query, found));
  const refuse: Refuse = (name, came, expected) => misread.push({ name, came, expected });
  readPage(query, found, refuse);
  for (const setting of SETTINGS) {
    const text = query.get(setting.name);
    const options = optionsOf(setting);
    if (text === null) continue;
    if (!options || options.includes(text)) found.settings[setting.name] = text;
    else refuse(setting.name, text, options);
  }
  return found;
}

type Refuse = (name: string, came: string, expected: readonly string[] | 'threads') => void;

function readPage(query: URLSearchParams, found: UrlSettings, refuse: Refuse) {
  const backend = query.get('backend');
  const choice = BACKENDS.find((name) => name === backend?.toLowerCase());
  if (choice) found.backend = choice;
  else if (backend !== null) refuse('backend', backend, BACKENDS);
  const threads = query.get('threads');
  const count = typedNumber(threads ?? '');
  if (Number.isSafeInteger(count) && count > 0) found.threads = count;
  else if (threads !== null) refuse('threads', threads, 'threads');
  // It is read before the first paint, by early.js, in the same way.
  const lang = query.get('lang');
  const language = LANGUAGES.find((name) => name === lang?.toLowerCase().split(/[-_.@]/)[0]);
  if (language) found.lang = language;
  else if (lang !== null) refuse('lang', lang, LANGUAGES);
  // So is the lecture.
  for (const name of ['lecture', 'still'] as const) {
    const came = query.get(name);
    const on = came === null ? undefined : SWITCHED.get(came.toLowerCase());
    if (on !== undefined) found[name] = on;
    else if (came !== null) refuse(name, came, ['1', '0']);
  }
  if (PLACES.some((name) => query.has(name))) found.place = true;
}

/** A model brings its data along. */
function readSubject(query: URLSearchParams, found: UrlSettings): Misread[] {
  const [model, data] = [query.get('model'), query.get('data')];
  if (model) found.model = model;
  else if (data) found.data = data;
  const empty = (['model', 'data'] as const).filter((name) => query.get(name) === '');
  const beside: Misread[] = model && data ? [{ name: 'data', beside: 'model' }] : [];
  return [...empty.map((name): Misread => ({ name, empty: true })), ...beside];
}

/** Names that are given more than once, with other values. */
function doubled(query: URLSearchParams): Misread[] {
  const named = NAMES.map((name) => ({ name, values: [...new Set(query.getAll(name))] }));
  return named.filter(({ values }) => values.length > 1);
}

/** Names that mean nothing here. */
function strangers(query: URLSearchParams): Misread[] {
  const strange = [...new Set(query.keys())].filter((name) => !NAMES.includes(name) && !PICKED_UP.test(name));
  return strange.map((name) => ({ name, meant: nearestName(name, NAMES) }));
}
