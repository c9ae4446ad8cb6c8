// What features build on, each after those that it builds on itself.

import { codes } from './codes';
import { data } from './data';
import type { AnyFeature } from './feature';
import { input } from './input';
import { latent } from './latent';
import { model } from './model';
import { page } from './page/index';
import { plane } from './plane';
import { run } from './run';
import { settings } from './settings';
import { uses } from './uses';

export const rooms: readonly AnyFeature[] = [
  page,
  data,
  model,
  latent,
  plane,
  input,
  codes,
  run,
  settings,
  uses,
];
