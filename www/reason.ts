import type { Build } from './protocol';

/** What went wrong, in words: anything can be thrown. */
export const reasonOf = (error: unknown) => (error instanceof Error ? error.message : String(error));

export const sentence = (message: string) => (/[.!?]$/.test(message) ? message : `${message}.`);

/** Why a model trains on the CPU. */
export const NOT_ON_GPU =
  'WebGPU trains dense VAEs with a Bernoulli likelihood, by Adam on the ELBO: not this model.';

/** What failed, and what trains in its place, from step `step` on. */
export function fallbackWords(build: Exclude<Build, 'cpu'>, message: string, step: number): string {
  const [failed, next] = build === 'webgpu' ? ['WebGPU', 'the CPU'] : ['The threads', 'one thread'];
  return step > 0
    ? `${failed} stopped: ${sentence(message)} Training goes on on ${next} from step ${step.toLocaleString('en')}.`
    : `${failed} could not be used: ${sentence(message)} Training on ${next} instead.`;
}
