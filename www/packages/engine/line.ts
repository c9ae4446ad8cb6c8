// A worker of the package, and the way to it: its files are found from this one's own address.

import { type Remote, wrap } from 'comlink';
import { compile } from '../../engine/compile';
import { endOfWorker, Failed } from '../../engine/failure/failure';
import type { WorkerApi } from './worker-api';

export class Line {
  private constructor(
    private readonly worker: Worker,
    private readonly remote: Remote<WorkerApi>,
    /** Rejects when the worker cannot be loaded, or ends. */
    private readonly ended: Promise<never>,
  ) {}

  static async open(): Promise<Line> {
    const module = compiled();
    const worker = spawn();
    const ended = new Promise<never>((_, reject) => {
      const fail = (message: string) => reject(new Failed(endOfWorker(message)));
      worker.addEventListener('error', ({ message }) => fail(message));
      worker.addEventListener('messageerror', () => fail(''));
    });
    ended.catch(() => undefined);
    const line = new Line(worker, wrap<WorkerApi>(worker), ended);
    try {
      const ready = await module;
      await line.ask((remote) => remote.open(ready));
      return line;
    } catch (error) {
      line.close();
      throw error;
    }
  }

  /** The answer, or what becomes of the worker before. */
  ask<Answer>(question: (remote: Remote<WorkerApi>) => Promise<Answer>): Promise<Answer> {
    return Promise.race([question(this.remote), this.ended]);
  }

  close() {
    this.worker.terminate();
  }
}

let module: Promise<WebAssembly.Module> | undefined;

/** Once for all workers; a failure is forgotten, so that it can be tried again. */
function compiled(): Promise<WebAssembly.Module> {
  module ??= compile(new URL(/* @vite-ignore */ './latent_bg.wasm', import.meta.url)).catch((error) => {
    module = undefined;
    throw error;
  });
  return module;
}

/** A bundler finds the worker by this very form; what is left alone here is the consumer's bundler's to find. */
function spawn(): Worker {
  try {
    return new Worker(new URL(/* @vite-ignore */ './worker.js', import.meta.url), { type: 'module' });
  } catch {
    return spawnFromAfar();
  }
}

/** A worker's script has to be of the page's own origin: one that lies elsewhere is imported by a script that is. */
function spawnFromAfar(): Worker {
  const { href } = new URL(/* @vite-ignore */ './worker.js', import.meta.url);
  const script = `import ${JSON.stringify(href)};`;
  const address = URL.createObjectURL(new Blob([script], { type: 'text/javascript' }));
  return new Worker(address, { type: 'module' });
}
