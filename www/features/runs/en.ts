export const en = {
  title: 'Runs',
  lead: 'A run that is reset is kept here with its curves and its model, and is here again at your next visit, as far as this browser stores it.',
  name: (number: number) => `Run ${number}`,
  table: 'Runs, to be compared',
  curves: 'Curves',
  run: 'Run',
  differs: 'Differs in',
  steps: 'Steps',
  test: 'Test ELBO, nats',
  time: 'Time trained',
  actions: 'Model',
  nameOf: (name: string) => `Name of ${name}`,
  overlay: (name: string) => `Show the curves of ${name}`,
  present: 'present run',
  alike: 'nothing',
  /** A setting's first value, and those that it was changed to, each at its step. */
  course(first: string, changes: readonly { value: string; step: string }[]) {
    const [change, last] = [changes[0], changes.at(-1)];
    if (!change || !last) return first;
    if (changes.length > 3)
      return `${first} to ${last.value}, in ${changes.length} changes from step ${change.step} to ${last.step}`;
    return [first, ...changes.map(({ value, step }) => `to ${value} at step ${step}`)].join(' ');
  },
  untested: 'not tested',
  figure: (nats: string, digits: string, at: string) => `${nats} (${digits} test images${at})`,
  reconstruction: (nats: string, digits: string, at: string) =>
    `reconstruction term ${nats} (${digits} test images${at})`,
  atStep: (step: string) => `, at step ${step}`,
  show: 'Show',
  showOf: (name: string) => `Show the model of ${name}`,
  shown: 'Shown',
  trainOn: 'Train on',
  trainOnOf: (name: string) => `Train ${name} further`,
  trainOnNote:
    'Training on goes on where the run stood. One that early stopping or its schedule has ended, or that was reset within a long step, goes on from its model alone: the optimiser’s moments, the order of the digits and the schedules start afresh.',
  forget: 'Delete',
  forgetOf: (name: string) => `Delete ${name}`,
  forgotten: (name: string) => `${name} is deleted.`,
  dropped: (names: readonly string[]) => `${names.join(', ')} had to go: no more runs than these are kept.`,
};

declare module '../../ui/text' {
  interface Text {
    runs: typeof en;
  }
}
