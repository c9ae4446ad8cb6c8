// What the address sets: ?backend=cpu|webgpu, ?threads=N, ?model=mnist-10d, ?lecture, ?still, and any setting by its name:
// ?seed=N&beta=4.

import type { BackendChoice, Form } from '../engine/protocol';
import { optionsOf, SETTINGS } from './settings/schema';

export interface UrlSettings {
  backend?: BackendChoice;
  /** Threads for training on the CPU. */
  threads?: number;
  /** A shipped model, by the name of its file. */
  model?: string;
  /** Fills the window with few and large things. */
  lecture?: boolean;
  /** Whether nothing moves by itself when the page opens. */
  still?: boolean;
  settings: Form;
}

const MOST_THREADS = 64;

/** Numbers are handed on as they came: the form says what is wrong with them. */
export function readUrl(search: string): UrlSettings {
  const query = new URLSearchParams(search);
  const found: UrlSettings = { settings: {} };
  const backend = query.get('backend')?.toLowerCase();
  if (backend === 'cpu' || backend === 'webgpu' || backend === 'automatic') found.backend = backend;
  const threads = query.get('threads');
  if (threads !== null && /^[1-9]\d?$/.test(threads)) found.threads = Math.min(Number(threads), MOST_THREADS);
  const model = query.get('model');
  if (model) found.model = model;
  if (query.has('lecture')) found.lecture = true;
  if (query.has('still')) found.still = true;
  for (const setting of SETTINGS) {
    const text = query.get(setting.name);
    const options = optionsOf(setting);
    if (text !== null && (!options || options.includes(text))) found.settings[setting.name] = text;
  }
  return found;
}
