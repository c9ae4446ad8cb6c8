// A worker of the package, and the way to it: its files are found from this one's own address.

import { type Remote, wrap } from 'comlink';
import { unlessAborted } from '../../engine/clients/unless-aborted';
import { compile } from '../../engine/compile';
import { endOfWorker, Failed } from '../../engine/failure/failure';
import { patiently } from '../../engine/patience';
import type { WorkerApi } from './worker-api';

export class Line {
  private constructor(
    private readonly worker: Worker,
    private readonly remote: Remote<WorkerApi>,
    /** Aborts when the worker cannot be loaded, or ends. */
    private readonly ending: AbortController,
  ) {}

  static async open(): Promise<Line> {
    const module = compiled();
    const worker = spawn();
    const ending = new AbortController();
    const fail = (message: string) => ending.abort(new Failed(endOfWorker(message)));
    worker.addEventListener('error', ({ message }) => fail(message));
    worker.addEventListener('messageerror', () => fail(''));
    const line = new Line(worker, wrap<WorkerApi>(worker), ending);
    try {
      const ready = await module;
      const opened = line.ask((remote) => remote.open(ready));
      await patiently(opened, () => ({ kind: 'noWorker' }));
      return line;
    } catch (error) {
      line.close();
      throw error;
    }
  }

  /** The answer, or what becomes of the worker before. */
  ask<Answer>(question: (remote: Remote<WorkerApi>) => Promise<Answer>): Promise<Answer> {
    return unlessAborted(this.ending.signal, question(this.remote));
  }

  close() {
    this.worker.terminate();
    this.ending.abort(new Failed({ kind: 'workerEnded' }));
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

/**
 * A worker's script has to be of the page's own origin, and in a sandboxed frame there is none: a script without an origin
 * imports it, which its host has to allow (`Access-Control-Allow-Origin: *`).
 */
function spawnFromAfar(): Worker {
  const { href } = new URL(/* @vite-ignore */ './worker.js', import.meta.url);
  const script = `import ${JSON.stringify(href)};`;
  return new Worker(`data:text/javascript,${encodeURIComponent(script)}`, { type: 'module' });
}
