// 界面文字的简体中文版，与英文版同样分区。

import { article } from '../../../features/article/zh.ts';
import { curves } from '../../../features/curves/zh.ts';
import { data } from '../../../features/data/zh.ts';
import { evaluation } from '../../../features/evaluation/zh.ts';
import { exporting } from '../../../features/export/zh.ts';
import { input } from '../../../features/input/zh.ts';
import { keys } from '../../../features/keys/zh.ts';
import { map } from '../../../features/map/zh.ts';
import { models } from '../../../features/models/zh.ts';
import { network } from '../../../features/network/zh.ts';
import { output } from '../../../features/output/zh.ts';
import { paths } from '../../../features/paths/zh.ts';
import { replay } from '../../../features/replay/zh.ts';
import { runs } from '../../../features/runs/zh.ts';
import { settings } from '../../../features/settings/zh.ts';
import { sliders } from '../../../features/sliders/zh.ts';
import { slowMotion } from '../../../features/slow-motion/zh.ts';
import { training } from '../../../features/training/zh.ts';
import type { Text } from '..';
import { config } from './config.ts';
import { page } from './page.ts';
import { problems } from './problems.ts';
import { starting } from './starting.ts';
import { terms } from './terms.ts';

export const zh: Text = {
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
