// The two terms of the shipped models.

/** Shipped models on all binarised test digits, as their reports in assets/ say. */
export const SHIPPED = [
  { name: '2-D', file: 'mnist-2d', kl: 7.34, reconstruction: 126.17 },
  { name: '10-D', file: 'mnist-10d', kl: 19.99, reconstruction: 75.49 },
  { name: '20-D', file: 'mnist-20d', kl: 25.74, reconstruction: 65.97 },
] as const;
