import type { Text } from '../../ui/text';

export const zh: Text['lecture'] = {
  button: '讲课',
  title: '潜空间图、手写板、输出和一条曲线占满窗口',
};
