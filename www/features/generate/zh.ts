import type { Text } from '../../ui/text';

export const zh: Text['generate'] = {
  title: '生成：从未有过的图像',
  file: '生成的图像',
};
