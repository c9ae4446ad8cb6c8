export const training = {
  title: 'Training',
  start: 'Start training',
  pause: 'Pause training',
  step: 'Single step',
  reset: 'Reset',
  status: 'Training status',
  progress: 'Progress in the epoch',
};
