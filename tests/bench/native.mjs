// The crate's own command line, which trains as many steps as it is told.

import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { publicFolder, root } from '../../www/setup/paths.mjs';
import { environment, run, SetupError } from '../../www/setup/run.mjs';

const cargo = ['--quiet', '--release', '--locked', '--features', 'cli', '--bin', 'latent'];

export const buildNative = () => run('cargo', ['build', ...cargo]);

/** Trains natively on so many threads, as the systems of a page do. */
export function native(threads) {
  let process;
  return {
    begin(config) {
      process?.close();
      process = start(threads, config);
    },
    train: (steps) => process.train(steps),
    close: () => process?.close(),
  };
}

function start(threads, { model, train }) {
  const options = {
    data: join(publicFolder, 'data'),
    threads,
    'latent-size': model.latentSize,
    'hidden-sizes': model.hiddenSizes.join(','),
    ...(model.channels.length > 0 && { network: 'convolutional', channels: model.channels.join(',') }),
    'warm-up-steps': train.warmUpSteps,
    beta: train.beta,
    'learning-rate': train.learningRate,
    'batch-size': train.batchSize,
    seed: train.seed,
  };
  const args = Object.entries(options).flatMap(([name, value]) => [`--${name}`, String(value)]);
  const child = spawn('cargo', ['run', ...cargo, '--', 'bench', ...args], {
    cwd: root,
    env: environment(),
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  const lines = createInterface(child.stdout);
  const ended = once(child, 'exit').then(() => {
    throw new SetupError('The native benchmark ended before it had answered.');
  });
  // Also when nobody asks any more.
  ended.catch(() => undefined);
  return {
    async train(steps) {
      child.stdin.write(`${steps}\n`);
      const [line] = await Promise.race([once(lines, 'line'), ended]);
      const { milliseconds, loss } = JSON.parse(line);
      return { milliseconds, loss };
    },
    close: () => child.stdin.end(),
  };
}
