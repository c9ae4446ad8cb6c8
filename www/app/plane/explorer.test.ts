import { expect, it } from 'vitest';
import { openSession, weightsOf } from '../../engine/explorer/testing';
import { explorer } from './explorer';

it('frees a second model when its map was drawn, and when that failed', async () => {
  const { session, models } = await openSession(weightsOf(1, 2));
  const mapOf = (rows: number) => {
    const up = Array.from({ length: rows }, () => 0);
    const view = { z: [0, 0], directions: [1, 0, 0, 1], across: [0], up };
    return explorer.mapOf(session, { view, classIndex: 0 }, weightsOf(2, 3));
  };
  expect(await mapOf(2)).toEqual(Uint8Array.of(2, 3, 0, 2, 3, 0));
  await expect(mapOf(20)).rejects.toThrow('No row 13');
  expect(models.map(({ isFreed }) => isFreed)).toEqual([false, true, true]);
});
