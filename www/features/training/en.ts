export const en = {
  title: 'Training',
  status: 'Training status',
  progress: 'Progress in the epoch',

  opening: 'Opening the shipped model…',
  openingPart: (came: string, of: string) => `Opening the shipped model: ${came} of ${of} kB…`,
  notOpened: 'The shipped model has not come: try again, or choose another.',
  shipped: 'Shipped model, already trained',
  fresh: 'Model that nobody has trained yet',
  untrained: 'Your model, not trained yet',
  ofKept: 'The model of a run that was kept',
  model: (whose: string, what: string, data: string, parameters: string) =>
    `${whose}: ${what}, ${data}, ${parameters} parameters.`,
  halts: { paused: 'Paused · ', finished: 'Finished · ' },
  where: (epoch: number, step: string, of: string) => `Epoch ${epoch} · step ${step} of ${of}`,
  speed: (images: string, left: string) => `${images} images/s · ${left} left in the epoch`,
  sofar: (step: number, steps: string, images: string) =>
    `${steps} ${step === 1 ? 'step' : 'steps'}, ${images} images seen`,
  onTest: (figure: string, which: 'first' | 'all', digits: string, view: string) =>
    `${figure} (test, ${which} ${digits} digits${view && `, ${view}`})`,
  ofStep: (step: string, figure: string) => `Step ${step}: ${figure}`,
  ofEpoch: (epoch: number, figure: string) => `Epoch ${epoch}: ${figure}`,

  endings: {
    patience:
      'Early stopping: the ELBO on digits held out from training got no better. The best model is shown; reset to train anew.',
    schedule: 'The schedule is over: the learning rate has reached 0. Reset to train anew.',
    epochs: 'Stopped by itself: the epochs asked for are done. Start again to go on without this limit.',
    minutes: 'Stopped by itself: the time asked for is over. Start again to go on without this limit.',
    elbo: 'Stopped by itself: the test ELBO asked for is reached. Start again to go on without this limit.',
    diverged:
      'Training diverged: the loss is no longer a number. The last good model is shown; reset, and start again with a ' +
      'smaller learning rate or beta.',
  },

  never: 'Stop by itself: never',
  stopsAt: (conditions: readonly string[]) => `Stop by itself: ${conditions.join(', or ')}`,
  after: {
    epochs: (value: number) => `after ${value} ${value === 1 ? 'epoch' : 'epochs'}`,
    minutes: (value: number) => `after ${value} min`,
    elbo: (value: number) => `at ${String(value).replace('-', '−')} nats`,
  },
  stopEpochs: 'Epochs',
  stopMinutes: 'Minutes',
  stopElbo: 'Test ELBO, nats',
  stopErrors: {
    epochs: 'Epochs: expected a number above 0.',
    minutes: 'Minutes: expected a number above 0.',
    elbo: 'Test ELBO: expected a number, as −150.',
  },
  stopNote:
    'The first that holds stops the run; each counts when you press Enter or leave its field. The time is that of training, without pauses.',
  phases: {
    idle: 'The shipped model is shown.',
    starting: 'Training starts.',
    running: 'Training.',
    paused: 'Training is paused.',
    finished: 'Training is finished.',
  },
};

declare module '../../ui/text' {
  interface Text {
    training: typeof en;
  }
}
