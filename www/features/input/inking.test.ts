import { beforeAll, expect, it } from 'vitest';
import { coloursOf, groundOf } from './colouring';
import { fakePaths } from './fake-paths';
import { inkOf } from './inking';
import { continueStroke, PAD, type Stroke, startStroke } from './strokes';

beforeAll(() => void fakePaths());

const SIDE = 140;
const HALF = SIDE / PAD;

function strokeOf(points: readonly (readonly [number, number])[], width: number, erases = false): Stroke {
  const [[x, y] = [0, 0], ...rest] = points;
  const stroke = startStroke(x, y, { width, erases });
  for (const [x, y] of rest) continueStroke(stroke, x, y, width);
  return stroke;
}

const sum = (grey: Uint8Array) => grey.reduce((all, part) => all + part, 0) / 255;
const at = (grey: Uint8Array, x: number, y: number) =>
  grey[Math.floor(y * HALF) * SIDE + Math.floor(x * HALF)];

it('inks a dot as the disc that it is', () => {
  for (const width of [8, 22, 40]) {
    const area = Math.PI * ((HALF * width) / 2) ** 2;
    expect(sum(inkOf([strokeOf([[140, 140]], width)], SIDE)) / area).toBeCloseTo(1, 1);
  }
});

it('inks a line as wide and as long as it is, however many moves it was made of', () => {
  const line = (moves: number) =>
    strokeOf(
      Array.from({ length: moves + 1 }, (_, move) => [60 + (160 * move) / moves, 140]),
      20,
    );
  const [few, many] = [4, 3000].map((moves) => inkOf([line(moves)], SIDE));
  if (!few || !many) throw new Error('Expected two pictures.');
  // Half of the last move is still to come.
  const area = HALF * 20 * HALF * 160 + Math.PI * (HALF * 10) ** 2;
  expect(sum(many) / area).toBeCloseTo(1, 2);
  expect(at(many, 140, 140)).toBe(255);
  expect(at(many, 140, 165)).toBe(0);
  expect(line(3000).lines[0]?.points.length).toBeLessThan(700);
});

it('goes round a curve where the canvas does', () => {
  const stroke = strokeOf(
    [
      [40, 40],
      [240, 40],
      [240, 240],
      [240, 241],
    ],
    10,
  );
  // The middle of a quadratic curve from (140, 40) towards (240, 40) to (240, 140).
  expect(at(inkOf([stroke], SIDE), 215, 65)).toBe(255);
  expect(at(inkOf([stroke], SIDE), 238, 42)).toBe(0);
});

it('erases what lay below, and nothing that comes after; what is beside the pad is left out', () => {
  const across = strokeOf(
    [
      [-50, 140],
      [400, 140],
      [400, 140],
    ],
    20,
  );
  const rubbed = strokeOf([[140, 140]], 20, true);
  const grey = inkOf([across, rubbed], SIDE);
  expect(at(grey, 140, 140)).toBe(0);
  expect(at(grey, 1, 140)).toBe(255);
  expect(at(grey, 279, 140)).toBe(255);
  expect(at(inkOf([across, rubbed, strokeOf([[140, 140]], 10)], SIDE), 140, 140)).toBe(255);
  expect(sum(inkOf([], SIDE))).toBe(0);
});

/** Another ground, as the palette gives it to the pad. */
const ground = (colour: string): Stroke => ({ erases: false, colour, lines: [], end: [0, 0], last: [0, 0] });

const dot = (x: number, tip: { colour?: string; erases?: boolean }) =>
  startStroke(x, 140, { width: 40, erases: false, ...tip });

it('colours each stroke with its own on the ground, channel after channel', () => {
  const strokes = [ground('#102030'), dot(70, { colour: '#ff8000' }), dot(210, {})];
  const image = coloursOf(strokes, SIDE);
  expect(image.length).toBe(3 * SIDE * SIDE);
  const rgb = (x: number) =>
    [0, 1, 2].map((channel) =>
      at(image.subarray(channel * SIDE * SIDE, (channel + 1) * SIDE * SIDE), x, 140),
    );
  expect([rgb(70), rgb(210), rgb(140)]).toEqual([
    [255, 128, 0],
    [0, 0, 0],
    [16, 32, 48],
  ]);
});

it('lays colour over colour, and erases down to the ground that is there last', () => {
  const strokes = [
    dot(70, { colour: '#ff0000' }),
    dot(75, { colour: '#00ff00' }),
    dot(210, { colour: '#ff0000' }),
    dot(210, { erases: true }),
    ground('#0000ff'),
  ];
  expect(groundOf(strokes)).toBe('#0000ff');
  expect(groundOf([])).toBe('#ffffff');
  const image = coloursOf(strokes, SIDE);
  const [red, green, blue] = [0, 1, 2].map((channel) =>
    image.subarray(channel * SIDE * SIDE),
  ) as Uint8Array[];
  const rgb = (x: number) => [red, green, blue].map((plane) => at(plane as Uint8Array, x, 140));
  expect(rgb(75)).toEqual([0, 255, 0]);
  expect(rgb(210)).toEqual([0, 0, 255]);
});

it('inks strokes alike whatever their colours, and no ground: data in grey knows none', () => {
  const plain = inkOf([dot(70, {})], SIDE);
  expect(inkOf([ground('#102030'), dot(70, { colour: '#ffffff' })], SIDE)).toEqual(plain);
});
