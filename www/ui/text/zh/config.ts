import type { config as english } from '../en/config';
import { after, before } from './parted';

export const config: typeof english = {
  likelihoods: {
    bernoulli: '伯努利似然',
    gaussianShared: '高斯似然，学习一个 σ',
    gaussianPixel: '高斯似然，每个像素各有 σ',
    multinomial: '多项似然',
    characters: '逐字似然',
  },
  gaussianFixed: (sigma) => `高斯似然，σ = ${sigma}`,
  views: { greyscale: '灰度', binarised: '二值化', thresholded: '阈值化' },
  inColour: '彩色',
  data: (view, name, likelihood) => `${view}${after(name)}，${likelihood}`,
  texts: '文字',
  ofTexts: (name, likelihood) => `${before(name)}的文字，${likelihood}`,
  unknownLines: (longest) => `最多 ${longest} 个字符的文字`,
  likes: '喜好',
  words: '词袋',
  ofWords: (name, likelihood) => `${before(name)}的词，${likelihood}`,
  ofLikes: (name, likelihood) => `${before(name)}的喜好，${likelihood}`,
  unknownItems: (items) => `人与 ${items} 个项目`,
  unknownTexts: (words) => `${words} 个词的文本`,
  unknownData: (width, height, channels) => `${width} × ${height} 像素的${channels === 1 ? '' : '彩色'}图像`,
  density: '这是密度的数值：各项可以小于 0，不能与伯努利似然的数值相比。',
  multinomial: '在项目数已知时，逐个指出是哪些项目。',
  multinomialWords: '在词数已知时，逐个指出是哪些词。',
  estimated: '先验是混合分布：KL 没有闭式解，由 z 的样本估计。',
  full: '（全协方差后验）',
  topics: '（主题解码器）',
  mixture: (components) => `（${components} 个分量的混合先验）`,
  kind: (conditional, deterministic) => `${conditional ? '条件' : ''}${deterministic ? '自编码器' : 'VAE'}`,
};
