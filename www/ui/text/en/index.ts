// The page's strings in English, an area each. A new area is one file here, one in zh/, and its line in both indices.

import { article } from '../../../features/article/en.ts';
import { curves } from '../../../features/curves/en.ts';
import { data } from '../../../features/data/en.ts';
import { evaluation } from '../../../features/evaluation/en.ts';
import { exporting } from '../../../features/export/en.ts';
import { input } from '../../../features/input/en.ts';
import { keys } from '../../../features/keys/en.ts';
import { map } from '../../../features/map/en.ts';
import { models } from '../../../features/models/en.ts';
import { network } from '../../../features/network/en.ts';
import { output } from '../../../features/output/en.ts';
import { paths } from '../../../features/paths/en.ts';
import { replay } from '../../../features/replay/en.ts';
import { runs } from '../../../features/runs/en.ts';
import { settings } from '../../../features/settings/en.ts';
import { sliders } from '../../../features/sliders/en.ts';
import { slowMotion } from '../../../features/slow-motion/en.ts';
import { training } from '../../../features/training/en.ts';
import { config } from './config.ts';
import { page } from './page.ts';
import { problems } from './problems.ts';
import { starting } from './starting.ts';
import { terms } from './terms.ts';

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
