import { expect, it } from 'vitest';
import { emptyHistory, type History, withPoint } from '../../app/run/history';
import { rowsOfRun } from './csv-file';
import { rowsOf } from './table';

function history(tests: number): History {
  let { train, test } = emptyHistory();
  for (let step = 1; step <= 10 * tests; step++) {
    const point = {
      images: 10 * step,
      steps: step,
      epochs: step / 100,
      seconds: step / 10,
      reconstruction: 100,
      kl: 5,
      elbo: -105,
    };
    train = withPoint(train, point);
    if (step % 10 === 0) test = withPoint(test, { ...point, elbo: -106 });
  }
  return { train, test };
}

it('has a row for each test while they are few, and 20 when they are many, the last among them', () => {
  expect(rowsOf(history(3)).map(({ images }) => images)).toEqual([100, 200, 300]);
  const rows = rowsOf(history(150));
  expect(rows).toHaveLength(20);
  expect(rows.at(-1)).toEqual({ images: 15_000, epochs: 15, train: [100, 5, -105], test: [100, 5, -106] });
  expect(rowsOf(emptyHistory())).toEqual([]);
});

it('writes every point of a run', () => {
  const rows = rowsOfRun({ name: 'wide', history: history(2) });
  expect(rows[0]).toEqual(['wide', 'train', 10, 1, 0.01, 0.1, 100, 5, -105]);
  expect(rows).toHaveLength(20 + 2);
});
