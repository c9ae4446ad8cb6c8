// A path in words.

import { dot, plus } from '../../app/latent/vectors';
import type { Interpolation } from '../../engine/protocol';
import type { Text } from '../../ui/text';
import { decimal } from '../../ui/words';
import type { Ends } from './state';

/** The core's test of whether two ends have an angle between them. */
const PARALLEL = 1e-6;

export function describePath({ a, b }: Ends, interpolation: Interpolation, strings: Text['paths']): string {
  const length = (point: readonly number[]) => Math.sqrt(dot(point, point));
  if (interpolation === 'linear') return strings.linearWords(decimal(length(plus(b.z, a.z, -1)), 2));
  const cosine = dot(a.z, b.z) / (length(a.z) * length(b.z));
  const turns = Math.sqrt(1 - cosine * cosine) > PARALLEL;
  if (!turns) return strings.sphericalIsLinear;
  return strings.sphericalWords(decimal(length(a.z), 2), decimal(length(b.z), 2));
}
