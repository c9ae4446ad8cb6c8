import type { Words } from './en';

export const zh: Words = {
  lead: '编码器没有见过任何类别。它的编码却知道类别吗？几千幅已知类别的训练图像的编码，说出这幅图的类别。',
  learning: (done, all) => `正在编码训练图像：${all} 幅中的 ${done} 幅。`,
  progress: '正在编码训练图像',
  empty: '请在上面画一幅图，或选一张测试图像：会在这里分类。',
  said: (name, percent, by) => `${by}：${name}，${percent}% 的把握`,
  join: '；',
  end: '。',
  by: {
    neighbours: '按最近的 5 个编码',
    probe: '按线性探针',
    likeliest: '按各类别下的似然',
  },
  conditional:
    '条件模型已被告知类别，它的编码只留下其余的内容：这里由模型自己说出，在哪个类别下这幅图最可能。近邻、群组和少量标签用于没有类别的模型。',
  class: '类别',
  confidences: '每种方法对这幅图的把握',
  nearest: '最近的训练图像及其类别',
  groups: '不用类别找到的群组',
  colour: '地图上的测试图像按什么着色',
  byClass: '类别',
  kMeans: 'k 均值',
  mixture: '高斯混合',
  randIndex: (groups, mixture, images) =>
    `前 ${images} 幅测试图像的群组相对于类别的调整兰德指数：k 均值 ${groups}，高斯混合 ${mixture}。1 表示完全相同，0 表示随机。`,
  onMap: '地图上每个数字是一幅测试图像的类别，颜色是它的群组。测试图像从现在起显示在那里。',
  few: '用这么多标签，判断正确的测试图像',
  fewWords: (images) => `前 ${images} 幅测试图像；1,000 个标签以内是 5 次选取的平均，各类别一样多。`,
  labels: '标签',
  percent: (value) => `${value}%`,
  honest:
    '用全部标签训练的分类器更好：小型卷积网络能认出 MNIST 的 99% 以上。编码的价值在于图像多而标签少的时候；要胜过的普通方法是直接用像素找近邻，只有两维时胜不过它。',
};
