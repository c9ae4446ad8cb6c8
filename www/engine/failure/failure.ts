// What went wrong, as data: the page says it in the language that is chosen.

import type { Build, Fault } from '../protocol';
import { problems as english } from './en';
import { reasonOf } from './reason';

/** A part of the address: a value that is none of those expected, or a name that is none, beside the one that was meant. */
export type Misread =
  | { name: string; came: string; expected: readonly string[] | 'threads' }
  | { name: string; meant: string | undefined };

export type Failure =
  | { kind: 'address'; misread: readonly Misread[] }
  | { kind: 'unreachable'; path: string }
  | { kind: 'missing'; path: string; status: number }
  | { kind: 'emptyModel' }
  /** The model that the page opens with. */
  | { kind: 'brokenOff'; expected: number; came: number }
  /** A model that was chosen; `came` is undefined where it was too much. */
  | { kind: 'wrongLength'; file: string; expected: number; came: number | undefined }
  | { kind: 'unknownModel'; file: string; names: string }
  | { kind: 'build'; build: Build; why: string }
  | { kind: 'gpuLost'; message: string }
  | { kind: 'gpuRefused'; message: string }
  | { kind: 'trainingStopped'; why: Failure }
  | { kind: 'evaluationStopped'; why: Failure }
  | { kind: 'noWorker' }
  | { kind: 'explorerStopped'; message: string }
  | { kind: 'noCopy' }
  | { kind: 'noPng' }
  /** The browser falsifies what is read of a canvas. */
  | { kind: 'falsified' }
  /** Of this browser's storage for the page. */
  | { kind: 'noStorage' }
  | { kind: 'otherTab' }
  | { kind: 'savedGone' }
  | { kind: 'savedDamaged' }
  | { kind: 'fileTooLarge'; name: string; most: number }
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

const FAULTS: Record<Fault, true> = {
  field: true,
  dataset: true,
  weights: true,
  diverged: true,
  argument: true,
  latentSize: true,
  device: true,
};

const isFault = (name: string): name is Fault => Object.hasOwn(FAULTS, name);

/** What kind of error of the crate this is, if it is one. */
export const faultOf = (error: unknown): Fault | undefined =>
  error instanceof Error && isFault(error.name) ? error.name : undefined;

/** Anything can be thrown. */
export function failureOf(error: unknown): Failure {
  if (error instanceof Failed) return error.failure;
  const fault = faultOf(error);
  const message = reasonOf(error);
  return fault ? { kind: 'fault', fault, message } : { kind: 'other', message };
}

/** What ended a worker: one that could not be loaded says nothing. */
export const endOfWorker = (message: string): Failure =>
  message ? { kind: 'other', message } : { kind: 'noWorker' };

/** Rejects when a worker cannot be loaded or panics, of which no call hears. */
export const workerFails = (worker: Worker, failure = (why: Failure): Failure => why) =>
  new Promise<never>((_, reject) => {
    worker.onerror = ({ message }) => reject(new Failed(failure(endOfWorker(message))));
  });

export function failureWords(failure: Failure, words: typeof english): string {
  switch (failure.kind) {
    case 'address':
      return words.address(failure.misread.map((part) => misreadWords(part, words)));
    case 'unreachable':
      return words.unreachable(failure.path);
    case 'missing':
      return words.missing(failure.path, failure.status);
    case 'emptyModel':
      return words.emptyModel;
    case 'brokenOff':
      return words.brokenOff(failure.expected, failure.came);
    case 'wrongLength':
      return words.wrongLength(failure.file, failure.expected, failure.came);
    case 'unknownModel':
      return words.unknownModel(failure.file, failure.names);
    case 'build':
      return words.build(words.builds[failure.build], failure.why);
    case 'gpuLost':
      return words.gpuLost(failure.message);
    case 'gpuRefused':
      return words.gpuRefused(failure.message);
    case 'trainingStopped':
      return words.trainingStopped(failureWords(failure.why, words));
    case 'evaluationStopped':
      return words.evaluationStopped(failureWords(failure.why, words));
    case 'noWorker':
      return words.noWorker;
    case 'explorerStopped':
      return words.explorerStopped(failure.message);
    case 'noCopy':
      return words.noCopy;
    case 'noPng':
      return words.noPng;
    case 'falsified':
      return words.falsified;
    case 'noStorage':
      return words.noStorage;
    case 'otherTab':
      return words.otherTab;
    case 'savedGone':
      return words.savedGone;
    case 'savedDamaged':
      return words.savedDamaged;
    case 'fileTooLarge':
      return words.fileTooLarge(failure.name, failure.most);
    case 'fault':
      return words.fault(failure.fault, failure.message);
    case 'other':
      return words.other(failure.message);
  }
}

function misreadWords(part: Misread, words: typeof english): string {
  const { strange, expectedOne, expectedThreads } = words.misread;
  if ('meant' in part) return strange(part.name, part.meant);
  const { name, came, expected } = part;
  return expected === 'threads' ? expectedThreads(name, came) : expectedOne(name, came, expected);
}
