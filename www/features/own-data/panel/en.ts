// What the panel says, fetched with it.

export const en = {
  drop: 'Drop files or folders anywhere on this page, or choose them. What is read: IDX, pictures (PNG, JPEG, WebP) whose folder names their class, a zip of them, sprite sheets, CSV, .npy and .npz, CIFAR’s .bin; up to 100,000 pictures within 1 GB. Or a CSV of who likes what: user, item and rating, or a row a person and a column an item. Or a CSV or TSV of texts and their classes, in English or Chinese. Or a .txt with a text a line, to be written character by character; a colour may follow each behind a tab, as #0af0c3.',
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
  table: 'A table or .txt is of',
  tableFound: 'what its columns say',
  tablePictures: 'pictures',
  tableTastes: 'who likes what',
  tableTexts: 'texts, as bags of words',
  tableLines: 'a text a line, character by character',
  liked: 'Liked from this rating on',
  likedFound: '1, or 4 of five stars',
  leastPeople: 'People who like an item, at least',
  leastItems: 'Items that a person likes, at least',
  expectedRating: 'Expected a number, or nothing.',
  expectedLeast: 'Expected a whole number from 1 on.',
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
  goingThrough: 'All of it is here, and is gone through.',
  cancel: 'Cancel',
  preview: 'What was read',
  summary: (train: string, test: string, classes: string, size: string) =>
    `${train} training and ${test} test pictures of ${classes}, ${size}.`,
  tastes: (train: string, test: string, items: string, likes: string) =>
    `${train} people to train on and ${test} to test on, ${items} items, ${likes} likes.`,
  favourites: (items: readonly string[]) => `Most liked, and by how many: ${items.join('; ')}.`,
  items: (count: string) => `${count} items`,
  texts: (train: string, test: string, words: string, classes: string) =>
    `${train} texts to train on and ${test} to test on, of ${classes}; ${words} words count.`,
  bigrams: (train: string, test: string, words: string, classes: string) =>
    `${train} Chinese texts to train on and ${test} to test on, of ${classes}; ${words} pairs of characters count.`,
  wordless: (texts: string) => `Left out, for they have no word that counts: ${texts}.`,
  commonest: (words: readonly string[]) => `In most texts: ${words.join(', ')}.`,
  lines: (train: string, test: string, longest: string, characters: string, colour: boolean) =>
    `${train} texts to train on and ${test} to test on, ${colour ? 'each with a colour, ' : ''}of at most ${longest} characters, from an alphabet of ${characters}.`,
  firstLines: (lines: readonly string[]) => `They begin: ${lines.map((line) => `“${line}”`).join(', ')}.`,
  again: (lines: string) => `Left out, for they say what one before says: ${lines}.`,
  leftOutLines: (lines: string, first: string) => `Left out as no texts: ${lines}, first ${first}`,
  charactersOf: (longest: string) => `at most ${longest} characters`,
  wordsOf: (count: string) => `${count} words`,
  classesOf: (classes: string, one: boolean) => (one ? 'one class' : `${classes} classes`),
  pixels: (sides: string, colour: boolean) => `${sides} pixels, ${colour ? 'in colour' : 'grey'}`,
  inverted: (some: string | undefined) =>
    `Dark ink was found${some ? ` in ${some} of them` : ''}: they are inverted, so that what is drawn counts as ink.`,
  untested: (classes: readonly string[], one: boolean) =>
    `No test pictures of ${classes.join(', ')}: ${one ? 'it has' : 'they have'} too few, or the share for tests is too small.`,
  few: (pictures: string) =>
    `Expected two pictures or more, one to train on and one to test on, but ${pictures} came. A text or a table is read as it is, not out of a zip.`,
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
  pictures: 'Pictures, people or texts',
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
    newer:
      'Data of your own can be used, but no longer kept: another tab has a newer version of this page. Reload this tab.',
    waiting:
      'Data of your own cannot be kept yet: another tab has an earlier version of this page, and the storage with it. Reload or close that tab.',
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
  lineWhy: {
    empty: (line: string) => `line ${line}, which is empty.`,
    long: (line: string, most: string, came: string) =>
      `line ${line}, of ${came} characters where at most ${most} are expected.`,
    control: (line: string, code: string) =>
      `line ${line}, which has a character that is not seen (U+${code}).`,
    colour: (line: string, came: string) =>
      `line ${line}: expected a colour as #rrggbb behind the tab, got “${came}”.`,
    mixed: (line: string, coloured: boolean) =>
      `line ${line}: expected a colour in all lines or none; ${coloured ? 'it has one, and the first has none' : 'it has none, and the first has one'}.`,
  },
  linesWhy: {
    noText: (line: string) =>
      `expected a text in UTF-8; there are other bytes in line ${line}. Save it as UTF-8.`,
    few: (came: string, lines: string, longest: string) =>
      `expected two texts or more, one a line and each of at most ${longest} characters; there are ${came} in ${lines} lines.`,
    /** Of those left out. */
    first: (line: string) => `The first that is none: ${line}`,
    many: (most: string) => `expected at most ${most} texts; there are more. Leave some out.`,
    characters: (most: string, came: string) =>
      `expected at most ${most} different characters; there are ${came}.`,
  },
  textsWhy: {
    columns:
      'expected a column of texts and one of their classes; there is one column. Lines of text without classes are read of a file whose name ends in .txt.',
    classes: (most: string, came: string) =>
      `expected a column of 2 to ${most} classes beside the texts, as 0 and 1; the one with the fewest has ${came}.`,
    long: (line: string, most: string) =>
      `expected texts of at most ${most} letters; the one in line ${line} has more. Part it, or leave it out.`,
    otherClasses: (expected: string, came: string) =>
      `expected texts to test on of the classes ${expected}; they have ${came}.`,
    few: (words: string, texts: string, all: string) =>
      `expected two words and two texts or more that have one; ${words} words are in enough texts, and ${texts} of ${all} texts have one. Bring more texts.`,
  },
  tasteWhy: {
    columns:
      'expected columns of user, item and rating, or a row for each person and a column for each item; there is one column. If it holds texts, choose so above.',
    fields: (line: string, expected: string, came: string) =>
      `expected ${expected} fields in line ${line}, as in the first; it has ${came}.`,
    rating: (line: string, came: string) =>
      `expected a number as the rating in line ${line}; it is “${came}”.`,
    twice: (line: string, person: string, item: string) =>
      `expected one rating of each item by a person; line ${line} has a second one of “${item}” by “${person}”. Leave one of them out.`,
    noItems: 'expected a column of numbers for each item; there is none. If it holds texts, choose so above.',
    tooMany: (most: string, came: string) =>
      `expected at most ${most} items; there are ${came}. Ask for more people who like each.`,
    allAlike: 'expected people who differ in what they like; all are alike.',
    few: ([items, people]: readonly string[], [ofItems, ofPeople]: readonly string[]) =>
      `expected two items and two people or more that are liked and like enough; ${items} of ${ofItems} items and ${people} of ${ofPeople} people are left. Lower the least rating, or the least people or items, under “How they are read”.`,
  },
};

export type Words = typeof en;
