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
  onMapByNumber:
    '地图上每个数字是一幅测试图像所属类别的编号，地图下方的图例说明编号对应的名称；颜色是它的群组。测试图像从现在起显示在那里。',
  few: '用这么多标签，判断正确的测试图像',
  fewWords: (images) => `前 ${images} 幅测试图像；1,000 个标签以内是 5 次选取的平均，各类别一样多。`,
  byHand: '亲手选取的少量标签',
  handLead: (images) =>
    `每个点是前 ${images} 幅训练图像之一，位于它的编码处，类别未知。点击一个点，便得知它的类别：一个标签。你会问哪十个？标签的价值随即算出。`,
  handMap: (images, labels) =>
    `${images} 幅训练图像的编码，其中 ${labels} 幅已有标签。旁边的按钮不用指针也能加标签。`,
  labelNext: '给下一幅图像加标签',
  unlabel: '撤回最后一个标签',
  forget: '忘掉所有标签',
  noLabels: '还没有标签：点击一个点，或给下一幅图像加标签。',
  labelled: (labels, name) => `${labels} 个标签。最后一个是：${name}。`,
  labelOf: (place, name) => `${place}：${name}`,
  comparing: '正在求 PCA……',
  handTold: '用这些标签判断正确的测试图像',
  handCurve: '按近邻，随已知标签数：编码为实线，PCA 为虚线，像素为点线',
  space: '依据',
  ways: { neighbours: '按 5 个近邻', probe: '按线性探针' },
  spaces: {
    codes: (dimensions) => `编码，${dimensions} 个数`,
    pca: (dimensions) => `PCA，${dimensions} 个数`,
    pixels: (dimensions) => `像素，${dimensions} 个`,
  },
  handNote: (images, trainings) =>
    `前 ${images} 幅测试图像；标签不足 5 个时，由已有的标签投票。PCA 的轴来自 ${trainings} 幅训练图像，不用它们的标签。没有标签的类别永远判断不出来。`,
  labels: '标签',
  percent: (value) => `${value}%`,
  honest:
    '用全部标签训练的分类器更好：小型卷积网络能认出 MNIST 的 99% 以上。编码的价值在于图像多而标签少的时候；要胜过的普通方法是直接用像素找近邻，只有两维时胜不过它。',
};
