import type { Text } from '../../ui/text';

export const zh: Text['corruption'] = {
  title: '损坏',
  none: '无',
  noise: '噪声',
  mask: '缺失像素',
  block: '缺失方块',
  lowResolution: '低分辨率',
  strength: '损坏的程度',
  strengths: {
    noise: (sigma) => `σ = ${sigma}`,
    mask: (percent) => `${percent}%`,
    block: (side) => `${side} × ${side}`,
    lowResolution: (side) => `${side} × ${side}`,
  },
  again: '再来',
  damageAgain: '再来：重新抽取一次损坏',
  onPad: '手写板显示模型看到的图像，干净的图像淡淡地衬在后面。',
  repairs: {
    noise: '去噪：解码器认识数字，不认识噪声。',
    mask: '补全：解码器填补缺失的部分。',
    block: '补全：解码器填补缺失的部分。',
    lowResolution: '超分辨率：解码器还原所有像素。',
  },
  denoise: '去噪模型是为去除噪声而训练的。',
  useDenoising: '使用它',
};
