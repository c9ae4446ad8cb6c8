// The page's strings in English, an area each. A new area is one file here, one in zh/, and its line in both indices.

import { article } from './article.ts';
import { config } from './config.ts';
import { curves } from './curves.ts';
import { data } from './data.ts';
import { evaluation } from './evaluation.ts';
import { exporting } from './export.ts';
import { input } from './input.ts';
import { keys } from './keys.ts';
import { map } from './map.ts';
import { models } from './models.ts';
import { network } from './network.ts';
import { output } from './output.ts';
import { page } from './page.ts';
import { paths } from './paths.ts';
import { problems } from './problems.ts';
import { replay } from './replay.ts';
import { runs } from './runs.ts';
import { settings } from './settings.ts';
import { sliders } from './sliders.ts';
import { slowMotion } from './slow-motion.ts';
import { starting } from './starting.ts';
import { terms } from './terms.ts';
import { training } from './training.ts';

export const en = {
  article,
  config,
  curves,
  data,
  evaluation,
  export: exporting,
  input,
  keys,
  map,
  models,
  network,
  output,
  page,
  paths,
  problems,
  replay,
  runs,
  settings,
  sliders,
  slowMotion,
  starting,
  terms,
  training,
};
