// What the palette says: fetched with it, and not with all other texts.

import type { Language } from '../../ui/text';

const en = {
  title: 'Colour',
  black: 'black',
  white: 'white',
  red: 'red',
  orange: 'orange',
  yellow: 'yellow',
  green: 'green',
  blue: 'blue',
  purple: 'purple',
  other: 'another colour',
  ground: 'Ground',
};

const zh: typeof en = {
  title: '颜色',
  black: '黑',
  white: '白',
  red: '红',
  orange: '橙',
  yellow: '黄',
  green: '绿',
  blue: '蓝',
  purple: '紫',
  other: '其他颜色',
  ground: '底色',
};

export const words: Readonly<Record<Language, typeof en>> = { en, zh };
