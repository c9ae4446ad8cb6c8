// The element's words, in the language of where it stands.

import { problems as english } from '../../engine/failure/en';
import { problems as chinese } from '../../engine/failure/zh';
import { elsewhere } from '../engine/problems';

const en = {
  map: 'Latent map',
  mapRole: 'map',
  help: 'Drag on it, or use the arrow keys, with Shift for larger steps; Home goes to the origin.',
  decoded: 'Decoded image',
  dimension: (index: number) => `Latent dimension ${index}`,
  loading: 'Loading the model…',
  again: 'Try again',
  noFolder: (model: string) =>
    `Expected the attribute “src” to say where “${model}” lies: a folder that ends in /, or a model’s file.`,
  ofItems: 'Expected a model of images, got one of items, which has no pictures to show.',
  problems: elsewhere(english),
};

export type Words = typeof en;

const zh: Words = {
  map: '潜在空间图',
  mapRole: '图',
  help: '在图上拖动，或用方向键移动，按住 Shift 步子更大；Home 键回到原点。',
  decoded: '解码出的图像',
  dimension: (index) => `潜在维度 ${index}`,
  loading: '正在载入模型……',
  again: '重试',
  noFolder: (model) => `属性“src”应指明“${model}”所在之处：以 / 结尾的文件夹，或模型文件。`,
  ofItems: '应为图像的模型，得到的是项目的模型，没有图像可显示。',
  problems: elsewhere(chinese),
};

export function wordsAt(element: Element): Words {
  const place = element.closest<HTMLElement>('[lang]');
  return place?.lang.toLowerCase().startsWith('zh') ? zh : en;
}
