// What the panel says, fetched with it.

export const en = {
  drop: 'Drop files or folders anywhere on this page, or choose them. What is read: IDX, pictures (PNG, JPEG, WebP) whose folder names their class, a zip of them, sprite sheets, CSV, .npy and .npz, CIFAR’s .bin; up to 100,000 pictures within 1 GB.',
  files: 'Choose files…',
  folder: 'Choose a folder…',
  draw: 'Draw twenty on the pad…',
  options: 'How they are read',
  side: 'Side',
  side28: '28 pixels',
  side32: '32 pixels',
  channels: 'Colour',
  grey: 'grey',
  colour: 'colour, 3 channels',
  fit: 'What is no square is',
  pad: 'padded',
  crop: 'cropped',
  same: 'refused, where mixed in size',
  ink: 'Ink',
  found: 'found by itself',
  dark: 'dark: inverted',
  light: 'light: left as it is',
  tile: 'Tiles of a sheet, pixels a side',
  tileNone: 'no sheet',
  labelColumn: 'Label column of a CSV',
  labelFound: 'found by itself',
  testShare: 'Held for tests, percent',
  seed: 'Seed of the split',
  expectedTile: 'Expected a whole number from 2 on, or nothing.',
  expectedShare: 'Expected a number above 0 and below 100.',
  expectedSeed: 'Expected a whole number from 0 to 4,294,967,295.',
  progress: 'Reading',
  finding: (files: string) => `Looking for files: ${files} so far.`,
  reading: (files: string, all: string, pictures: string, came: string, size: string) =>
    `${files} of ${all} files, ${pictures} pictures, ${came} of ${size} MB.`,
  unpacking: (size: string, pictures: string) =>
    `All ${size} MB are here. Pictures found in them so far: ${pictures}.`,
  parting: (pictures: string) => `${pictures} pictures are read, and parted.`,
  cancel: 'Cancel',
  preview: 'What was read',
  summary: (train: string, test: string, classes: string, size: string) =>
    `${train} training and ${test} test pictures of ${classes}, ${size}.`,
  classesOf: (classes: string, one: boolean) => (one ? 'one class' : `${classes} classes`),
  pixels: (sides: string, colour: boolean) => `${sides} pixels, ${colour ? 'in colour' : 'grey'}`,
  inverted: (some: string | undefined) =>
    `Dark ink was found${some ? ` in ${some} of them` : ''}: they are inverted, so that what is drawn counts as ink.`,
  untested: (classes: readonly string[], one: boolean) =>
    `No test pictures of ${classes.join(', ')}: ${one ? 'it has' : 'they have'} too few, or the share for tests is too small.`,
  few: (pictures: string) =>
    `Expected two pictures or more, one to train on and one to test on, but ${pictures} came.`,
  many: 'Expected at most 256 classes, but more came: choose another label column, or another folder.',
  sheet: (pictures: string, classes: string) =>
    `The first ${pictures} training pictures, by their classes: ${classes}.`,
  class: 'Class',
  training: 'Training',
  test: 'Test',
  counts: 'Pictures of each class',
  unlabelled: 'no class',
  name: 'Name',
  unnamed: 'Own data',
  use: 'Use this data',
  leave: 'Leave it',
  refused: (count: string) => `Left out: ${count}`,
  more: (count: string) => `and ${count} more.`,
  kept: 'Kept in this browser',
  pictures: 'Pictures',
  classes: 'Classes',
  shape: 'Size',
  size: 'Stored',
  actions: 'Do',
  megabytes: (size: string) => `${size} MB`,
  goneElsewhere: (names: readonly string[]) => `Deleted in another tab: ${names.join(', ')}.`,
  inUse: 'in use',
  useKept: 'Use',
  useKeptOf: (name: string) => `Use ${name}`,
  remove: 'Delete',
  removeOf: (name: string) => `Delete ${name} from this browser`,
  nameOf: (name: string) => `Name of ${name}`,
  deleted: (name: string, runs: number) =>
    `${name} is deleted from this browser.${runs > 0 ? ` ${runs === 1 ? 'A saved run was' : `${runs} saved runs were`} trained on it, and cannot be opened without it.` : ''}`,
  trouble: {
    blocked:
      'Data of your own can be used, but not kept: the browser blocks storage for this page, or the window is private.',
    full: 'Data of your own can be used, but not kept: the browser’s storage is full. Delete data or saved runs to make room.',
  },
  why: {
    unknown:
      'expected IDX, PNG, JPEG, WebP, CSV, .npy, .npz, CIFAR’s .bin or a zip of pictures; it is none of them.',
    empty: 'expected something in it; it is empty.',
    damaged: (message: string) => `expected a whole file; it is damaged (${message}).`,
    tooLarge: (most: string) => `expected at most ${most} pixels a side; it has more.`,
    mixed: (expected: string, came: string) =>
      `expected ${expected} pixels as the others have; it has ${came}.`,
    bomb: (most: string) => `expected at most ${most} unpacked, all in all; it would be more.`,
    shape: (sizes: string) =>
      `expected pictures, [count, height, width, channels], or labels, [count]; it has the sizes [${sizes}].`,
    row: (numbers: string) =>
      `expected as many numbers as a square of pixels has, in each row the same; it has ${numbers}.`,
    value: (came: string) => `expected pixels from 0 to 255, or from 0 to 1; there is ${came}.`,
    labels: (expected: string, came: string) =>
      `expected a label for each of the ${expected} pictures beside it; it has ${came}.`,
    tooMany: (most: string, left: string) => `Expected at most ${most} pictures: ${left} more were left out.`,
  },
};

export type Words = typeof en;
