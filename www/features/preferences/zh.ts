import type { Text } from '../../ui/text';

export const zh: Text['preferences'] = {
  otherLanguage: 'English',
  otherTag: 'en',
  theme: '主题',
  system: '自动',
  light: '浅色',
  dark: '深色',
};
