// What is said of drawings that become a data set, fetched with them.

export const en = {
  mine: 'mine',
  lead: 'Draw something on the pad above, add it, and draw it again: about twenty of one thing, or of several.',
  class: 'Class',
  add: 'Add to mine',
  none: 'Nothing is added yet.',
  few: 'One of 20: one more at least, to train on one and to test on the other.',
  some: (count: number) => `${count} of 20; a few more make a better map.`,
  enough: (count: number) => `${count} drawings: enough for a map.`,
  drawings: 'Your drawings: press one to take it back',
  tile: (number: number, name: string) => `Take back drawing ${number}, ${name}`,
  taken: (name: string) => `A drawing of class ${name} is taken back.`,
  clear: 'Take all back',
  cleared: (count: number) => `${count} ${count === 1 ? 'drawing is' : 'drawings are'} taken back.`,
  mixed: 'with MNIST’s digits',
  train: 'Train on mine',
  making: 'Being shifted, turned and thickened…',
  made: 'Each is shifted, turned and thickened a little into about 2,000 images in all, which are kept as your own data. Every sixth drawing, one at least, is held for tests.',
};

export type Words = typeof en;
