// The PyTorch module of a model: latent_vae.py with the model's config in its head.

import type { ModelConfig } from '../../engine/protocol';
import template from './latent_vae.py?raw';

const CONFIG = /(?<=^CONFIG = json\.loads\(r"""\n)[\s\S]*?(?=\n"""\))/m;

/** No JSON has three quotes in a row. */
export const pythonModule = (config: ModelConfig): string =>
  template.replace(CONFIG, () => JSON.stringify(config, undefined, 2));
