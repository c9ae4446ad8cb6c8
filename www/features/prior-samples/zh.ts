import type { Text } from '../../ui/text';

export const zh: Text['priorSamples'] = {
  title: '先验样本',
  lead: '从 N(0, 1) 抽取 z 并解码：这是模型自己构想的图像。模型学习时，抽到的 z 保持不变。',
  sheet: (count) => `解码后的 ${count} 个先验样本`,
  again: '重新抽取',
  save: '存为 PNG',
};
