// z = μ in words: what is decoded there is from more than z where there is a second layer of latents.

import type { ModelConfig } from '../../engine/protocol';
import { hasLower } from '../../ui/config-words';
import { text } from '../../ui/text';
import { pointWords } from '../../ui/words';

export const meanWords = (mean: readonly number[], config: ModelConfig | undefined) =>
  pointWords(mean) + (config && hasLower(config) ? text.peek().output.andLower : '');
