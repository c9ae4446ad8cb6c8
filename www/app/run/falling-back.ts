// What trains in place of a device that failed.

import type { Failure } from '../../engine/failure/failure';
import type { Order, TrainerEventOf } from '../../engine/protocol';
import type { Notice } from '../../engine/starting';
import type { ModelScope } from '../model/scope';
import type { State } from '../store';

/**
 * WebGPU gives way to the CPU, and many threads to one, from the last snapshot; nothing is left where one thread failed, or
 * where what was asked for is at fault.
 * `threads` are what the address asks for.
 */
export async function inPlaceOf(
  { build, why }: TrainerEventOf<'failed'>,
  { run: { config, progress } }: State,
  model: Pick<ModelScope, 'last'>,
  threads: number | undefined,
): Promise<{ order: Omit<Order, 'times'>; notice: Notice } | undefined> {
  if (!config.value || build === 'cpu' || failsAlike(why)) return undefined;
  const last = await model.last();
  const seconds = progress.value?.position.seconds ?? 0;
  return {
    order: {
      config: config.value,
      choice: 'cpu',
      threads: build === 'webgpu' ? threads : 1,
      from: last && { ...last, seconds },
    },
    notice: { kind: 'fallback', build, why, step: last?.step ?? 0 },
  };
}

/**
 * Settings, data or weights that one build refuses are refused by all. A trap says nothing of what it was: most often it is for want
 * of memory, of which one thread needs less, and its build may have twice as much.
 */
const failsAlike = (why: Failure) => why.kind === 'fault' && why.fault !== 'device';
