import type { Fault, Module } from '../protocol';
import { grouped } from './grouped.ts';
import { sentence } from './reason.ts';

const builds: Record<Module, string> = {
  cpu: 'CPU',
  threads: 'threaded CPU',
  fused: 'threaded CPU',
  webgpu: 'WebGPU',
  import: 'data-reading',
  uses: 'uses',
};

export const problems = {
  builds,
  address: (parts: readonly string[]) => `${parts.join(' ')} The rest of the address holds.`,
  misread: {
    strange: (name: string, meant: string | undefined) =>
      `“${name}” means nothing in the address${meant ? `: did you mean “${meant}”?` : '.'}`,
    several: (name: string, values: readonly string[]) =>
      `“${name}” in the address: expected it once, got ${values.map((value) => `“${value}”`).join(', ')}: the first counts.`,
    unused: (name: string, choice: string) =>
      `“${name}” in the address changes nothing: it belongs to another “${choice}” than the one chosen.`,
    empty: (name: string) => `“${name}” in the address: expected a name, got nothing.`,
    beside: (name: string, other: string) =>
      `“${name}” in the address changes nothing: “${other}” beside it says which data.`,
    expectedOne: (name: string, came: string, expected: readonly string[]) =>
      `“${name}” in the address: expected one of ${expected.join(', ')}, got “${came}”.`,
    expectedThreads: (name: string, came: string) =>
      `“${name}” in the address: expected a whole number from 1 on, got “${came}”.`,
    expectedWindow: (name: string, came: string, span: number) =>
      `“${name}” in the address: expected three numbers with commas between, the middle from −${span} to ${span} and the span above 0 and up to ${span}, got “${came}”.`,
    expectedNumbers: (name: string, came: string, numbers: number, most: number) =>
      `“${name}” in the address: expected ${numbers} numbers from −${most} to ${most} with commas between, got “${came}”.`,
    expectedItems: (name: string, came: string, items: number) =>
      `“${name}” in the address: expected numbers of the model’s items, 1 to ${grouped(items)}, with commas between, got “${came}”.`,
    itemsModel: (name: string) =>
      `“${name}” in the address: expected a model of items beside it, such as of tastes.`,
    textsModel: (name: string) => `“${name}” in the address: expected a model of texts beside it.`,
    expectedSameSite: (name: string, came: string) =>
      `“${name}” in the address: expected the address of a model’s file on this site, got “${came}”.`,
  },
  things: { models: 'the list of models', sets: 'the list of data sets', manifest: 'what the data set is' },
  unreachable: (path: string) => `${path} could not be fetched: check the connection, then try again.`,
  missing: (path: string, status: number, atHome: boolean) =>
    `Expected ${path} on the server, but it answered ${status}: ${atHome ? 'run the set-up again' : 'try again later'}.`,
  stalled: (path: string, came: number) =>
    `Nothing of ${path} has come for 10 seconds${came > 0 ? `, after ${grouped(came)} bytes` : ''}: check the connection, then try again.`,
  brokenOff: (path: string, came: number) => `${path} broke off after ${grouped(came)} bytes: try again.`,
  wrongSize: (path: string, expected: number, came: number) =>
    `${path} came damaged: expected ${grouped(expected)} bytes, but ${grouped(came)} came. Try again.`,
  changed: (path: string) => `${path} came damaged: its bytes are not those that were published. Try again.`,
  notAsExpected: (path: string, what: string) =>
    `Expected ${what} in ${path}, but something else came: try again later.`,
  noScript: (path: string) => `Expected a script at ${path}, but none came that runs: try again.`,
  noPart: 'A part of the page could not be loaded: try again, or reload the page.',
  noWebAssembly:
    'WebAssembly is switched off in this browser, and everything here is reckoned with it: allow it, then reload the page.',
  noData: (name: string | undefined) =>
    name
      ? `The data set “${name}” is not here: this site was built without it. Choose another.`
      : 'The data of your own that it was trained on is not here: it was deleted from this browser, or never kept in it. Bring the same files in again, or choose another data set.',
  build: (build: string, why: string) => `The ${build} build could not be loaded: ${sentence(why)}`,
  gpuLost: (message: string) => `The GPU device was lost. ${message}`,
  gpuRefused: (message: string) => `The GPU refused work. ${message}`,
  trainingStopped: (why: string) => `Training stopped: ${sentence(why)}`,
  evaluationStopped: (why: string) => `The evaluation stopped: ${sentence(why)}`,
  usesStopped: (why: string) => `What reckons with a copy of the model stopped: ${sentence(why)}`,
  noWorker: 'its worker could not be loaded.',
  noStorage:
    'This browser keeps nothing for this page: storage is blocked, or the window is private. All else works as before.',
  storageFull:
    'It could not be kept: the browser’s storage for this page is full. Delete saved runs or data to make room.',
  newerTab: 'Another tab has a newer version of this page, and the storage with it: reload this tab.',
  otherTab: 'Another tab is at work on this run: go on with it there, or close that tab first.',
  savedGone:
    'Expected what was saved, but it is no longer there: another tab, or the browser, has deleted it.',
  savedDamaged:
    'What was saved is not what was written: its checksum differs. It is left alone; delete it, or try another one.',
  notExperiment: (name: string, what: string) =>
    `Expected an experiment that this page has saved, but ${what} in ${name} is missing, or not as it was.`,
  cutShort: (name: string, came: number, of: number) =>
    `${name} was not brought in. It is cut short, ${came} bytes of ${of}: copy or download it again.`,
  notSafetensors: (name: string) =>
    `${name} was not brought in. It is no safetensors file: choose one that this page or “latent train” has saved.`,
  notModel: (name: string, why: string) => `${name} was not brought in. ${sentence(why)}`,
  fileTooLarge: (name: string, most: number) =>
    `Expected a model of at most ${Math.round(most / 1e6)} MB, but ${name} is larger: it was not read.`,
  noPng: 'The browser could not make a PNG file of the picture: try again, or take a screenshot.',
  noEncoder: (format: string) => `This browser has no encoder for ${format}: save a GIF instead.`,
  falsified:
    'This browser falsifies what a page reads of its own pictures, against fingerprinting: the file would show noise. Let this site read canvases, then save again.',
  fewImages: (least: number, came: number) =>
    `this needs at least ${least} test images, and there ${came === 1 ? 'is' : 'are'} ${came}: choose more of them, or a data set that has more.`,
  noPosterior: 'this needs a variational model, and an autoencoder is shown: choose another model.',
  workerEnded: 'its worker ended.',
  noExplorer: (why: string) => `The explorer could not be started: ${sentence(why)}`,
  explorerStopped: (why: string) => `The explorer stopped (${why.replace(/\.$/, '')}) and was started anew.`,
  /** The crate says what it expected, what came and what to do. */
  fault: (_: Fault, message: string) => message,
  trapped: (message: string) =>
    `WebAssembly broke off (“${message}”), most often for want of memory: lower the batch size, the samples or the sizes of the layers, then try again.`,
  other: (message: string) => message,
  noCopy:
    'The browser does not let this page copy: select the figures, or the page’s address, and copy them by hand.',
};
