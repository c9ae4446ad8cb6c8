// What went wrong, as data: the page says it in the language that is chosen.

import type { Fault, Module } from '../protocol';
import { problems as english } from './en';
import { reasonOf } from './reason';

/** Its middle, and its span, up to so much. */
interface Window {
  span: number;
}

/** So many numbers, none further from 0 than the most. */
interface Numbers {
  numbers: number;
  most: number;
}

/** Numbers of a model's items. */
interface Items {
  items: number;
}

/** A part of the address: a value that is none of those expected, several for one, or a name that is none, beside the one meant. */
export type Misread =
  | {
      name: string;
      came: string;
      expected:
        | readonly string[]
        | 'threads'
        | 'sameSite'
        | 'itemsModel'
        | 'textsModel'
        | Numbers
        | Window
        | Items;
    }
  | { name: string; values: readonly string[] }
  | { name: string; meant: string | undefined }
  /** A parameter of a choice that is not made. */
  | { name: string; choice: string }
  /** A name of nothing. */
  | { name: string; empty: true }
  /** What another part says already. */
  | { name: string; beside: string };

export type Failure =
  | { kind: 'address'; misread: readonly Misread[] }
  | { kind: 'unreachable'; path: string }
  | { kind: 'missing'; path: string; status: number }
  /** No byte of any file has come for as long as the page is patient. */
  | { kind: 'stalled'; path: string; came: number }
  | { kind: 'brokenOff'; path: string; came: number }
  | { kind: 'wrongSize'; path: string; expected: number; came: number }
  /** Of another SHA-256 than the list says. */
  | { kind: 'changed'; path: string }
  | { kind: 'notAsExpected'; path: string; what: 'models' | 'sets' | 'manifest' }
  /** A script that a browser does not take, or cannot find. */
  | { kind: 'noScript'; path: string }
  /** A part of the page's own script. */
  | { kind: 'noPart' }
  | { kind: 'noWebAssembly' }
  /** Of a data set that this site was built without, or that is no longer in this browser. */
  | { kind: 'noData'; name?: string | undefined }
  | { kind: 'build'; build: Module; why: Failure }
  | { kind: 'gpuLost'; message: string }
  | { kind: 'gpuRefused'; message: string }
  | { kind: 'trainingStopped'; why: Failure }
  | { kind: 'evaluationStopped'; why: Failure }
  /** What a model is good for, reckoned in a worker of its own. */
  | { kind: 'usesStopped'; why: Failure }
  /** What a use cannot be measured without: so many test images. */
  | { kind: 'fewImages'; least: number; came: number }
  /** The same: a model that has one. */
  | { kind: 'noPosterior' }
  | { kind: 'noWorker' }
  | { kind: 'workerEnded' }
  /** It was never there. */
  | { kind: 'noExplorer'; why: Failure }
  | { kind: 'explorerStopped'; why: Failure }
  | { kind: 'noCopy' }
  | { kind: 'noPng' }
  /** The browser encodes no video of this format. */
  | { kind: 'noEncoder'; format: string }
  /** The browser falsifies what is read of a canvas. */
  | { kind: 'falsified' }
  /** Of this browser's storage for the page. */
  | { kind: 'noStorage' }
  /** It has upgraded the storage, or waits to. */
  | { kind: 'newerTab' }
  | { kind: 'storageFull' }
  | { kind: 'otherTab' }
  | { kind: 'savedGone' }
  | { kind: 'savedDamaged' }
  /** A zip that is none of the page's experiments, or not as it was: what of it is missing or changed. */
  | { kind: 'notExperiment'; name: string; what: string }
  | { kind: 'fileTooLarge'; name: string; most: number }
  /** A person's file that is none of safetensors', or was cut short: of so many bytes, where it says so. */
  | { kind: 'notSafetensors'; name: string; came: number; of: number | undefined }
  /** A person's file that is no model of the page's. */
  | { kind: 'notModel'; name: string; why: Failure }
  /** The crate's module broke off, as where its memory can grow no further. */
  | { kind: 'trapped'; message: string }
  /** In the words of the crate. */
  | { kind: 'fault'; fault: Fault; message: string }
  /** In the words of the browser or a library. */
  | { kind: 'other'; message: string };

/** Its message is in English, for the console and for where no page is at hand. */
export class Failed extends Error {
  constructor(readonly failure: Failure) {
    super(failureWords(failure, english));
  }
}

/** What may go well at another time. */
const PASSING = new Set<Failure['kind']>([
  ...(['unreachable', 'missing', 'stalled', 'brokenOff', 'wrongSize', 'changed', 'notAsExpected'] as const),
  ...(['noScript', 'noPart', 'build', 'noWorker', 'workerEnded', 'noExplorer'] as const),
]);

/** These may, if what stopped them may. */
const STOPPED = new Set<Failure['kind']>(['trainingStopped', 'evaluationStopped', 'usesStopped']);

export function mayPass(failure: Failure): boolean {
  if ('why' in failure && STOPPED.has(failure.kind)) return mayPass(failure.why as Failure);
  return PASSING.has(failure.kind);
}

const FAULTS: Record<Fault, true> = {
  field: true,
  dataset: true,
  weights: true,
  diverged: true,
  argument: true,
  latentSize: true,
  device: true,
};

/** Of an error that came from a worker the name alone is left. */
export const isTrap = (error: unknown) => error instanceof Error && error.name === 'RuntimeError';

const isFault = (name: string): name is Fault => Object.hasOwn(FAULTS, name);

/** What kind of error of the crate this is, if it is one. */
export const faultOf = (error: unknown): Fault | undefined =>
  error instanceof Error && isFault(error.name) ? error.name : undefined;

/** What browsers and Vite say of an `import()` that does not come. */
const IMPORT = /dynamically imported module|module script failed|preload CSS/i;

/** Anything can be thrown. */
export function failureOf(error: unknown): Failure {
  if (error instanceof Failed) return error.failure;
  // Of a worker: `across.ts` hands it on.
  if (error instanceof Error && 'failure' in error) return error.failure as Failure;
  const fault = faultOf(error);
  const message = reasonOf(error);
  if (error instanceof Error && error.name === 'QuotaExceededError') return { kind: 'storageFull' };
  if (isTrap(error)) return { kind: 'trapped', message };
  if (error instanceof SyntaxError || IMPORT.test(message)) return { kind: 'noPart' };
  return fault ? { kind: 'fault', fault, message } : { kind: 'other', message };
}

/** What ended a worker: one that could not be loaded says nothing. */
export const endOfWorker = (message: string): Failure =>
  message ? { kind: 'other', message } : { kind: 'noWorker' };

export function failureWords(failure: Failure, words: typeof english): string {
  switch (failure.kind) {
    case 'address':
      return words.address(failure.misread.map((part) => misreadWords(part, words)));
    case 'unreachable':
      return words.unreachable(failure.path);
    case 'missing':
      return words.missing(failure.path, failure.status, isAtHome());
    case 'stalled':
      return words.stalled(failure.path, failure.came);
    case 'brokenOff':
      return words.brokenOff(failure.path, failure.came);
    case 'wrongSize':
      return words.wrongSize(failure.path, failure.expected, failure.came);
    case 'changed':
      return words.changed(failure.path);
    case 'notAsExpected':
      return words.notAsExpected(failure.path, words.things[failure.what]);
    case 'noScript':
      return words.noScript(failure.path);
    case 'noPart':
      return words.noPart;
    case 'noWebAssembly':
      return words.noWebAssembly;
    case 'noData':
      return words.noData(failure.name);
    case 'build':
      return words.build(words.builds[failure.build], failureWords(failure.why, words));
    case 'gpuLost':
      return words.gpuLost(failure.message);
    case 'gpuRefused':
      return words.gpuRefused(failure.message);
    case 'trainingStopped':
      return words.trainingStopped(failureWords(failure.why, words));
    case 'evaluationStopped':
      return words.evaluationStopped(failureWords(failure.why, words));
    case 'usesStopped':
      return words.usesStopped(failureWords(failure.why, words));
    case 'fewImages':
      return words.fewImages(failure.least, failure.came);
    case 'noPosterior':
      return words.noPosterior;
    case 'noWorker':
      return words.noWorker;
    case 'workerEnded':
      return words.workerEnded;
    case 'noExplorer':
      return words.noExplorer(failureWords(failure.why, words));
    case 'explorerStopped':
      return words.explorerStopped(failureWords(failure.why, words));
    case 'noCopy':
      return words.noCopy;
    case 'noPng':
      return words.noPng;
    case 'noEncoder':
      return words.noEncoder(failure.format.toUpperCase());
    case 'falsified':
      return words.falsified;
    case 'noStorage':
      return words.noStorage;
    case 'storageFull':
      return words.storageFull;
    case 'newerTab':
      return words.newerTab;
    case 'otherTab':
      return words.otherTab;
    case 'savedGone':
      return words.savedGone;
    case 'savedDamaged':
      return words.savedDamaged;
    case 'notExperiment':
      return words.notExperiment(failure.name, failure.what);
    case 'fileTooLarge':
      return words.fileTooLarge(failure.name, failure.most);
    case 'notSafetensors':
      return failure.of
        ? words.cutShort(failure.name, failure.came, failure.of)
        : words.notSafetensors(failure.name);
    case 'notModel':
      return words.notModel(failure.name, failureWords(failure.why, words));
    case 'trapped':
      return words.trapped(failure.message);
    case 'fault':
      return words.fault(failure.fault, failure.message);
    case 'other':
      return words.other(failure.message);
  }
}

function misreadWords(part: Misread, words: typeof english): string {
  const { strange, several, expectedOne, expectedThreads, expectedItems, expectedNumbers, expectedSameSite } =
    words.misread;
  if ('meant' in part) return strange(part.name, part.meant);
  if ('values' in part) return several(part.name, part.values);
  if ('choice' in part) return words.misread.unused(part.name, part.choice);
  if ('empty' in part) return words.misread.empty(part.name);
  if ('beside' in part) return words.misread.beside(part.name, part.beside);
  const { name, came, expected } = part;
  if (expected === 'threads') return expectedThreads(name, came);
  if (expected === 'sameSite') return expectedSameSite(name, came);
  if (expected === 'itemsModel' || expected === 'textsModel') return words.misread[expected](name);
  if ('items' in expected) return expectedItems(name, came, expected.items);
  if ('span' in expected) return words.misread.expectedWindow(name, came, expected.span);
  return 'numbers' in expected
    ? expectedNumbers(name, came, expected.numbers, expected.most)
    : expectedOne(name, came, expected);
}

/** Whether the page is served by this machine: who looks at it can set it up again. */
const isAtHome = () => /^(localhost|127\.0\.0\.1|\[::1\])$/.test(globalThis.location?.hostname ?? '');
