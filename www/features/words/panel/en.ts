export const en = {
  title: 'Text',
  lead: 'Its words are the input <var>x</var>.',
  field: {
    words: 'A text in English',
    bigrams: 'A text in Chinese',
  },
  example: 'An example',
  testText: 'A test text',
  clear: 'Clear',
  known: 'Words that the model knows',
  times: (word: string, count: string) => `${word} × ${count}`,
  none: 'Nothing is typed yet: type a sentence, or take an example.',
  withoutText:
    'The words of a text that is not here: of a long text a link carries its words alone. What you type takes their place.',
  reading: 'Its words are looked up.',
  found: (known: string, all: string) => `${known} of its ${all} words are the model’s.`,
  foundAll: (all: string) => `All of its ${all} words are the model’s.`,
  unknown: (words: string, more: boolean) =>
    `In too many texts or too few to count: ${words}${more ? ' …' : ''}.`,
  noneKnown: {
    words: (all: string, some: string) =>
      `Expected one of the model’s ${all} English words at least; there is none. It knows such as ${some}.`,
    bigrams: (all: string, some: string) =>
      `Expected one of the model’s ${all} pairs of Chinese characters at least; there is none. It knows such as ${some}.`,
  },
  tooLong: (most: string, came: string) =>
    `Expected at most ${most} letters; there are ${came}. Paste a part of it.`,
  test: (index: string, name: string) => `Test text ${index}, ${name}`,
  training: (index: string, name: string) => `Training text ${index}, ${name}`,
  readingTitle: 'Reading',
  waits: 'It comes with the model.',
  ofText: 'Of the text, at z = μ.',
  ofPoint: 'Of this z: what a text from here would say.',
  ofNothing: 'Of no text, at this z.',
  back: 'Back to the text',
  learning: 'The training texts are being encoded, once for each model…',
  later:
    'Its class, the words that spoke for and against it and the nearest texts come when training pauses: with each step this is another model.',
  opinion: (name: string, percent: string) => `${name}, ${percent} % sure`,
  confidences: 'Class, by a linear probe on the codes of all training texts',
  percent: (percent: string) => `${percent} %`,
  because: (name: string) => `Words that spoke for and against “${name}”`,
  becauseNote: (name: string) =>
    `By how many points the probe is less sure of “${name}” when the word is taken out of the text; below 0 it speaks against it.`,
  also: 'Words it would also use',
  alsoNote: 'p(word | z): of the next word, the share that each one has; those of the text are left out.',
  near: 'Nearest training texts',
  nearNote: 'By the distance between codes, the nearest first.',
  figures: 'How well the model knows this text',
  examples: {
    words: [
      'This coffee is rich and smooth, the best cup I ever made at home. I will order another box soon!',
      'My dog loves these treats, but the bag arrived open and half of them were broken. Very disappointed.',
      'Too much sugar and an odd chemical taste. I threw the whole box away and want my money back.',
      'A great green tea: mild, fresh and cheaper than at the store.',
    ],
    bigrams: [
      '酒店位置很好，房间干净，服务员非常热情，下次还会再来。',
      '电池用了半年就不行了，散热很差，客服也不解决问题，非常失望。',
      '这本书写得很感人，语言优美，看完之后想了很久，值得推荐。',
      '房间太小，隔音很差，早餐也没什么可吃的，不值这个价格。',
    ],
  },
};

export type Words = typeof en;
