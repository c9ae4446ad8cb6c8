import type { Text } from '../../ui/text';

export const zh: Text['samples'] = {
  title: '后验样本',
  note: '每个都由从 <span class="math">q(z | x)</span> 抽取的另一个 <var>z</var> 解码。按一个即可移到那里。',
  again: '重新抽样',
  sample: (number) => `后验样本 ${number}`,
  mean: '均值',
  deviation: '标准差',
  meanImage: '各像素在样本上的均值',
  deviationImage: '各像素在样本上的标准差',
  state: {
    empty: '有了输入，这里会显示其后验的样本。',
    autoencoder: '自编码器的编码是一个点：没有可抽样的分布。',
    shown: (share) => `像素的平均标准差：${share}%。`,
  },
};
