// The texts speak of digits, as MNIST's samples are. Of other data the same texts speak of images; of people, where a sample is
// what somebody likes; or of texts, where it is the words of one.

import type { Language, Samples, Text } from '.';

type Words = readonly (readonly [RegExp, string])[];

const IMAGES: Record<Language, Words> = {
  en: [
    [/\b([Aa]) digit/g, '$1n image'],
    [/\bdigit/g, 'image'],
    [/\bDigit/g, 'Image'],
  ],
  zh: [
    [/写的?一?个?数字/g, '画的图像'],
    [/数字/g, '图像'],
  ],
};
const PEOPLE: Record<Language, Words> = {
  en: [
    [/\b([Aa])n image\b/g, '$1 person'],
    [/\bimages’/g, 'people’s'],
    [/\bimages by class\b/g, 'people'],
    [/\bimages\b/g, 'people'],
    [/\bImages\b/g, 'People'],
    [/\bimage\b/g, 'person'],
  ],
  zh: [
    [/按类别显示测试图像/g, '测试者'],
    [/幅测试图像/g, '位测试者'],
    [/测试图像/g, '测试者'],
    [/[个张幅]?训练图像/g, '训练者'],
    [/[个张幅]?图像/g, '人'],
  ],
};
/** After those of images. */
const TEXTS: Record<Language, Words> = {
  en: [
    [/\b([Aa])n image\b/g, '$1 text'],
    [/\bimages by class\b/g, 'texts by class'],
    [/\bimage/g, 'text'],
    [/\bImage/g, 'Text'],
    [/\ba test person\b/g, 'a test text'],
    [/\bPerson\b/g, 'Text'],
    [/\bliked more there\b/g, 'used more there'],
    [/\bwhat is liked\b/g, 'the text'],
    [/\bwhat is used more\b/g, 'words used more'],
    [/\bChoose here what you like\b/g, 'Type a text here'],
    [/\bturns it\b/g, 'turns its words'],
    [
      /^These the decoder .+$/,
      'This the model reads in the text: its class, words that it would also use, and texts near it.',
    ],
  ],
  zh: [
    [/幅测试图像/g, '篇测试文本'],
    [/[个张幅]?训练图像/g, '训练文本'],
    [/[个张幅]图像/g, '篇文本'],
    [/图像/g, '文本'],
    [/一位测试者/g, '一篇测试文本'],
    [/第 (.+) 人/g, '第 $1 篇'],
    [/那里更受喜爱的项目/g, '那里用得更多的词'],
    [/那里比别处更受喜爱的项目/g, '那里比别处用得更多的词'],
    [/那里比别处更受喜爱/g, '那里比别处用得更多'],
    [/上面所喜欢之物/g, '上面的文本'],
    [/所喜欢的/g, '该文本'],
    [/选择你喜欢的项目/g, '输入一段文字'],
    [/把它们变成/g, '把其中的词变成'],
    [/^解码器认为在 z 处最可能的项目.+$/, '模型从这段文字读出的：类别、它还会用的词，以及与它相近的文本。'],
  ],
};
/** Of MNIST in any case, or of numerals. */
const AS_THEY_ARE = new Set(['article', 'data', 'page', 'settings', 'sweep']);
/** Whose images are samples; elsewhere they may be pictures that are saved. */
const OF_SAMPLES = new Set([
  'curves',
  'evaluation',
  'input',
  'map',
  'paths',
  'runs',
  'sliders',
  'starting',
  'status',
  'training',
]);

/** What a model does, as the page's first words have it. */
const LEADS: Record<Language, Record<Exclude<Samples, 'digits'>, string>> = {
  en: {
    images: lead('squeezes images through a few numbers and draws them again', 'Draw one'),
    people: lead('squeezes tastes into a few numbers and tells what goes with them', 'Choose what you like'),
    texts: lead('squeezes texts into a few numbers and tells what they hold', 'Type one'),
  },
  zh: {
    images: leadZh('把图像压缩成几个数，再把它们画出来', '画一幅图像'),
    people: leadZh('把口味压缩成几个数，再说出与之相配的', '选出你喜欢的'),
    texts: leadZh('把文字压缩成几个数，再说出其中所含', '写一段文字'),
  },
};

function lead(does: string, first: string): string {
  return `A <strong>variational autoencoder</strong> ${does}. <span>${first}, drag through the space between them, or train a model. Everything runs in this tab.</span>`;
}

function leadZh(does: string, first: string): string {
  return `<strong>变分自编码器</strong>${does}。<span>${first}，在它们之间的空间里拖动，或者从零训练一个模型。一切都在这个标签页里运行。</span>`;
}

const led = (text: Text, language: Language, samples: Exclude<Samples, 'digits'>): Text => ({
  ...text,
  page: { ...text.page, lead: LEADS[language][samples] },
});

export function ofImages(text: Text, language: Language): Text {
  return led(
    inAreas(text, (name) => !AS_THEY_ARE.has(name), IMAGES[language]),
    language,
    'images',
  );
}

export function ofPeople(text: Text, language: Language): Text {
  const isMeant = (name: string) => OF_SAMPLES.has(name);
  return led(inAreas(ofImages(text, language), isMeant, PEOPLE[language]), language, 'people');
}

export function ofTexts(text: Text, language: Language): Text {
  const isMeant = (name: string) => OF_SAMPLES.has(name) || name === 'tour' || name === 'article';
  return led(inAreas(ofImages(text, language), isMeant, TEXTS[language]), language, 'texts');
}

/** A panel's own texts, of texts. */
export const panelOfTexts = <Panel>(text: Panel, language: Language) =>
  reworded(text, TEXTS[language]) as Panel;

/** A panel's own texts, of people. */
export const panelOfPeople = <Panel>(text: Panel, language: Language) =>
  reworded(text, PEOPLE[language]) as Panel;

function inAreas(text: Text, isMeant: (area: string) => boolean, words: Words): Text {
  const areas = Object.entries(text).map(([name, area]) => [
    name,
    isMeant(name) ? reworded(area, words) : area,
  ]);
  return Object.fromEntries(areas);
}

function reworded(it: unknown, words: Words): unknown {
  if (typeof it === 'string') return words.reduce((said, [before, now]) => said.replace(before, now), it);
  if (typeof it === 'function') return (...given: unknown[]) => reworded(it(...given), words);
  if (Array.isArray(it)) return it.map((part) => reworded(part, words));
  if (typeof it !== 'object' || it === null) return it;
  return Object.fromEntries(Object.entries(it).map(([name, part]) => [name, reworded(part, words)]));
}
