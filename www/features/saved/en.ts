export const en = {
  title: 'Saved in this browser',
  none: 'A run that you train is saved here by itself, every 20 s and when it pauses: it outlives this page.',
  kept: (runs: number, size: string) =>
    `${runs} ${runs === 1 ? 'run' : 'runs'}, ${size}. The present run is saved every 20 s and when it pauses.`,
  goneElsewhere: (names: readonly string[]) => `Deleted in another tab: ${names.join(', ')}.`,
  dropped: (names: readonly string[], most: number) =>
    `Deleted as the oldest, for ${most} runs at most are kept: ${names.join(', ')}. One with a name of its own stays.`,
  leftOut: (name: string, moments: number) =>
    moments === 1
      ? `A moment of the history of ${name} is left out, for it is not what was written: its checksum differs.`
      : `${moments} moments of the history of ${name} are left out, for they are not what was written: their checksums differ.`,
  trouble: {
    blocked: 'Nothing can be saved: the browser blocks storage for this page, or the window is private.',
    full: 'The last state could not be saved: the browser’s storage is full. Delete saved runs to make room.',
    newer:
      'Saving has stopped in this tab: another one has a newer version of this page. Reload this tab, and go on from where the run was saved last.',
    waiting:
      'Nothing can be saved yet: another tab has an earlier version of this page, and the storage with it. Reload or close that tab.',
  },
  run: 'Run',
  model: 'Model',
  steps: 'Steps',
  test: 'Test ELBO, nats',
  when: 'Saved',
  size: 'Size',
  actions: 'Do',
  present: 'present run',
  megabytes: (size: string) => `${size} MB`,
  nameOf: (name: string) => `Name of ${name}, saved`,
  open: 'Open',
  openOf: (name: string) => `Open ${name}: it can be trained on`,
  bringIn: 'Open a model file…',
  takeOutShown: 'Save the model shown (float32)',
  takeOutHalf: 'Save it in half the size (float16)',
  takeOut: 'Save as file',
  takeOutOf: (name: string) => `Save ${name} as a safetensors file, with all that it takes to train on`,
  duplicate: 'Duplicate',
  duplicateOf: (name: string) => `Duplicate ${name}`,
  copyOf: (name: string) => `Copy of ${name}`,
  remove: 'Delete',
  removeOf: (name: string) => `Delete ${name} from this browser`,
  deleted: (name: string) => `${name} is deleted from this browser.`,
  offer: (name: string, step: string) => `${name} is saved up to step ${step}, and can go on from there.`,
  offerEnded: (name: string, step: string) => `${name} has come to its end at step ${step}, and is saved.`,
  offerModel: (name: string) => `${name}, a model from a file, was open on this page, and is saved.`,
  goOn: 'Go on training',
  leave: 'Not now',
};

declare module '../../ui/text' {
  interface Text {
    saved: typeof en;
  }
}
