import { expect, it, vi } from 'vitest';
import type { ImportProgress, Parted } from '../../engine/protocol/importer';
import { Importing } from './importing';
import { ownDataState } from './state';

const parted = (pictures: number): Parted => ({
  leftOut: { refused: [], refusals: 0 },
  pictures,
  set: 'few pictures',
});

function at() {
  const state = ownDataState();
  const signals: AbortSignal[] = [];
  const reader = {
    read: vi.fn(
      async (_: string, files: readonly unknown[], __: unknown, hear: (progress: ImportProgress) => void) =>
        hear({ files: files.length, pictures: 1, bytes: 0 }),
    ),
    part: vi.fn(async () => parted(1)),
  };
  const importing = new Importing(state, '/', (signal) => {
    signals.push(signal);
    return { ...reader };
  });
  return { state, reader, importing, signals };
}

const files = [
  { path: 'cats/2.png', file: undefined },
  { path: 'cats/1.png', file: undefined },
];

it('reads what was chosen in its order, and shows what came of it', async () => {
  const { state, reader, importing } = at();
  const seen: unknown[] = [];
  state.reading.subscribe((reading) => seen.push(reading?.files));
  await importing.read(files);
  expect(reader.read.mock.calls[0]?.[1]).toEqual([files[1], files[0]]);
  expect(seen).toEqual([undefined, 0, 0, 2, undefined]);
  expect(state.preview.value).toEqual({ ...parted(1), name: 'cats', reading: [] });
});

it('parts anew what was read; only another preparation reads again', async () => {
  const { state, reader, importing } = at();
  await importing.read(files);
  const { preparation, parting, ...others } = state.options.value;
  await importing.change({ ...others, preparation, parting: { ...parting, seed: 3 } });
  expect([reader.read.mock.calls.length, reader.part.mock.calls.length]).toEqual([1, 2]);
  expect(reader.part.mock.calls.at(-1)).toMatchObject([{ parting: { ...parting, seed: 3 } }]);
  await importing.change({ ...others, preparation: { ...preparation, side: 32 }, parting });
  expect([reader.read.mock.calls.length, reader.part.mock.calls.length]).toEqual([2, 3]);
  await importing.change({ ...others, preparation, parting, table: 'tastes' });
  expect([reader.read.mock.calls.length, reader.part.mock.calls.length]).toEqual([3, 4]);
});

it('ends its worker when it is left, and says nothing of what comes later', async () => {
  const { state, reader, importing, signals } = at();
  let end: (error: Error) => void = () => undefined;
  reader.read.mockImplementationOnce((_, __, ___, hear) => {
    hear({ files: 1, pictures: 5, bytes: 0 });
    return new Promise((_, reject) => {
      end = reject;
    });
  });
  const reading = importing.read(files);
  await vi.waitFor(() => expect(state.reading.value?.pictures).toBe(5));
  importing.leave();
  expect(signals[0]?.aborted).toBe(true);
  expect(state.reading.value).toBeUndefined();
  end(new Error('ended'));
  await reading;
  expect(state.preview.value).toBeUndefined();
});

it('leaves what is read for what is chosen next', async () => {
  const { state, reader, importing, signals } = at();
  let go: () => void = () => undefined;
  reader.part.mockImplementationOnce(async () => {
    await new Promise<void>((resolve) => {
      go = resolve;
    });
    return parted(99);
  });
  const first = importing.read(files);
  await vi.waitFor(() => expect(reader.part).toHaveBeenCalled());
  await importing.read(files.slice(1));
  go();
  await first;
  expect(signals.map(({ aborted }) => aborted)).toEqual([true, false]);
  expect(state.preview.value?.pictures).toBe(1);
});

it('reports what fails, and reads no longer', async () => {
  const { state, reader, importing } = at();
  reader.read.mockRejectedValueOnce(new Error('no memory'));
  await expect(importing.read(files)).rejects.toThrow('no memory');
  expect(state.reading.value).toBeUndefined();
});
