import type { Text } from '../../ui/text';

export const zh: Text['denoise'] = {
  title: '去噪：去掉图像里的噪声、模糊或杂乱笔画',
};
