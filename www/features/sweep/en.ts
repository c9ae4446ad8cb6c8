export const en = {
  title: 'The same with other values',
  lead: 'Trains the settings of the form in turn with each of these values, every run from its start to the same stop; keeps them as runs, and sets their maps and curves side by side.',
  field: 'Setting',
  values: 'Values',
  epochs: 'Epochs of each',
  start: 'Train them in turn',
  stop: 'Stop',
  term: 'Curves of',
  hint: {
    numbers: 'From two to six values, with commas between, or semicolons where a comma is decimal.',
    lists: 'From two to six values, with semicolons between: the numbers within one have commas.',
    choices: 'From two to six of these.',
  },
  rest: (kept: number) =>
    ` All else is as the form has it.${kept > 0 ? ` Runs kept before (${kept}) go first when there are more than six.` : ''}`,
  refused: {
    with: (value: string, why: string) => `With ${value}: ${why}`,
    idle: 'this setting means nothing in such a run.',
    twice: (value: string) => `${value} is there twice.`,
    number: (came: string) => `Values: expected two to six, got ${came}.`,
    epochs: 'Epochs of each: expected a number above 0.',
  },
  where: (index: string, of: string, what: string, place: string) =>
    `Run ${index} of ${of}, ${what}: ${place}`,
  waits: 'paused. Start goes on with it.',
  starts: 'starting…',
  at: (epoch: number, step: string, steps: string) => `epoch ${epoch}, step ${step} of ${steps}`,
  over: (runs: number) => `${runs} ${runs === 1 ? 'run' : 'runs'} trained and kept.`,
  stopped: (ended: number, of: number, kept: number) =>
    `Stopped: ${ended} of ${of} runs trained to the end${kept > 0 ? `, ${kept} kept as it stood` : ''}.`,
  steps: (steps: string) => `${steps} steps`,
  alike: (steps: string) =>
    `Its tiles hardly differ: after ${steps} steps these two dimensions say little of the image.`,
  oneScale:
    'All curves have the same scale: epochs across, nats an image up; training batches lighter, test digits darker.',
  ownScales: (flat: readonly string[]) =>
    `Each curve has its own scale, since ${flat.join(', ')} would be flat on one for all: read the numbers at the axis. Epochs across, nats an image up; training batches lighter, test digits darker.`,
  map: (name: string) => `Map of ${name}, z₁ and z₂ from −3 to 3`,
  curve: (term: string, name: string) => `${term} of ${name}`,
};

declare module '../../ui/text' {
  interface Text {
    sweep: typeof en;
  }
}
