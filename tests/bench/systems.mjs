// Who takes part in the comparison, and where each trains.

import { availableParallelism } from 'node:os';

const cores = availableParallelism();
const many = cores > 1 ? [cores] : [];
const threadWords = (threads) => `${threads} CPU ${threads === 1 ? 'thread' : 'threads'}`;

/** A page that is not cross-origin isolated gives the other libraries one thread. */
const onCpu = (threads) => {
  const device = threadWords(threads);
  const place = threads === 1 ? 'plain' : 'isolated';
  return [
    {
      name: `latent-explorer on ${device}`,
      device,
      place: 'isolated',
      setting: { library: 'latent', backend: 'cpu', threads },
    },
    { name: `jax-js wasm on ${device}`, device, place, setting: { library: 'jax', backend: 'cpu', threads } },
    {
      name: `TensorFlow.js wasm on ${device}`,
      device,
      place,
      setting: { library: 'tensorflow', backend: 'cpu', threads },
    },
    { name: `latent-explorer native on ${device}`, device, place: 'native', threads },
  ];
};

const onGpu = ['latent', 'jax', 'tensorflow'].map((library) => ({
  name: `${{ latent: 'latent-explorer', jax: 'jax-js', tensorflow: 'TensorFlow.js' }[library]} on WebGPU`,
  device: 'WebGPU',
  place: 'isolated',
  setting: { library, backend: 'webgpu', threads: 1 },
}));

/** This project's one thread comes first: all others are compared with it. */
export const allSystems = [1, ...many].flatMap(onCpu).concat(onGpu);

/** The page of this project on each of its devices. */
export const ownSystems = allSystems.filter(({ setting }) => setting?.library === 'latent');

/** Those whose names hold one of the words, and this project on their devices and on one thread. */
export function systemsNamed(words, systems = allSystems) {
  if (!words) return systems;
  const wanted = words.split(',').map((word) => word.trim().toLowerCase());
  const named = systems.filter(({ name }) => wanted.some((word) => name.toLowerCase().includes(word)));
  const devices = new Set(named.map(({ device }) => device));
  return systems.filter(
    (system, i) =>
      i === 0 || named.includes(system) || (ownSystems.includes(system) && devices.has(system.device)),
  );
}
