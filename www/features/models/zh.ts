import type { Text } from '../../ui/text';
import type { Trait } from './en';

export const zh: Text['models'] = {
  model: '模型',
  name: (dimensions, traits) => [...traits.map((trait) => TRAITS[trait]), `${dimensions} 维`].join(' '),
  conditional: '每个类别一张地图',
  denoising: (sigma) => `训练它去除 σ = ${sigma} 的噪声`,
  words: (what, data, nll) => `${what.join('，')}，${data}：测试 NLL 为 ${nll} 奈特。`,
  shape: (what, data) => `${what.join('，')}，${data}。`,
  trainLike: '照此训练',
  setAs: (name, epochs) => `设置已与“${name}”的训练相同，共 ${epochs} 轮：按“开始”即可照此训练。`,
  untrained: '未训练',
  untrainedWords: '按这些设置训练时的起点：按“开始”训练它。',
  run: '您的模型',
  loading: (name, percent) => `正在载入“${name}”：${percent}%`,
  kept: (name, step) => `${name}的模型，保留的是它在第 ${step} 步时的样子。`,
  present: (name) => `${name}的模型，即它现在的样子。`,
  past: (name, step) => `${name}的模型在第 ${step} 步时的样子。`,
  paused: '您的训练已暂停：可以继续训练，或在这里选择它。',
};

const TRAITS: Record<Trait, string> = {
  conditional: '条件',
  denoising: '去噪',
  deep: '深层',
  ladder: '梯形',
  big: '大型',
  convolutional: '卷积',
};
