export const curves = {
  empty: 'The curves of a run appear here when training starts.',
  train: 'training batches',
  test: 'test digits',
};
