export const en = {
  shown: 'Show',
  all: 'All three terms',
  axis: 'Along',
  images: 'Images seen',
  steps: 'Steps',
  epochs: 'Epochs',
  seconds: 'Seconds of training',
  smoothing: 'Smoothing',
  none: 'none',
  log: 'Log axis',
  logX: 'across',
  logY: 'up',
  resetZoom: 'Zoom out',
  empty: 'The curves of a run appear here when training starts.',
  train: 'training batches',
  test: 'test digits',
  scope: (data: string) => `Nats an image; ${data}.`,
  logScope: 'The axis is logarithmic: −ELBO is shown, and nothing that is not above 0.',
  help: 'Drag across a chart to zoom in; double-click to see all of it again. By touch, pinch to zoom, drag sideways to move, and double-tap to see all of it. On a chart that has the focus the wheel zooms, plus and minus zoom, the arrow keys move, and Home shows all of it.',
  chart: (term: string) => `${term}, curves on training batches and test digits`,
  role: 'chart',
  onTrain: (nats: string) => `train ${nats}`,
  onTest: (nats: string) => `test ${nats}`,
  at: {
    images: (value: string) => `at ${value} images`,
    steps: (value: string) => `at step ${value}`,
    epochs: (value: string) => `after ${value} epochs`,
    seconds: (value: string) => `after ${value} s`,
  },
  window: {
    images: (from: string, to: string) => `${from} to ${to} images`,
    steps: (from: string, to: string) => `steps ${from} to ${to}`,
    epochs: (from: string, to: string) => `epochs ${from} to ${to}`,
    seconds: (from: string, to: string) => `${from} to ${to} s`,
  },
  table: 'As a table',
  tableRegion: 'The curves as a table',
  caption: 'The present run, nats an image: at the tests, and on the training batches before them.',
  imagesHead: 'Images',
  epochsHead: 'Epochs',
  trainHead: 'train',
  testHead: 'test',
  csv: 'Download as CSV',
  figures: 'Curves in figures',
};

declare module '../../ui/text' {
  interface Text {
    curves: typeof en;
  }
}
