import type { Words } from './en';

export const zh: Words = {
  lead: '这幅图与训练图像有多不同？每个分数都与几百幅训练图像的分数相比；越高越不寻常。',
  shown: '判断的对象',
  kinds: {
    picture: '上面的图像',
    letter: '一个字母',
    scribble: '一团涂鸦',
    blank: '一页白纸',
    upsideDown: '上下颠倒',
  },
  judged: '模型看到的样子',
  map: '原因所在',
  mapWords: '代价高于模型预期的像素',
  legend: (nats) =>
    `输入的颜色：模型认为不该有墨的地方有墨；输出的颜色：该有墨的地方没有。最深的颜色：一个像素比预期多 ${nats} 奈特。`,
  legendColour: (nats) => `最深处：一个像素比预期多 ${nats} 奈特。`,
  table: '这幅图的分数',
  score: '分数',
  value: '数值',
  place: '高于',
  nats: (value) => `${value} 奈特`,
  of: (percent, among) => `${among} 幅训练图像中的 ${percent}%`,
  methods: {
    lowElbo: '−ELBO',
    lowLikelihood: 'NLL，−log p(x)',
    twoSided: '双侧：ELBO 远离中间',
    complexityCorrected: '按复杂度校正的 NLL（Serrà 等，2020）',
    likelihoodRegret: '似然遗憾（Xiao 等，2020）',
    nearestCode: '到最近编码的距离',
  },
  join: '、',
  empty: '请在上面画一幅图、选一张测试图像，或按这里的一个按钮：会加以判断。',
  none: '自编码器没有似然，无从说一幅图不太可能：请选一个变分模型。',
  learning: (done, all) => `正在学习什么是寻常的：${all} 幅训练图像中的 ${done} 幅。`,
  few: (among) => `数据集的训练图像太少，说不出什么是寻常的：得分只与其中 ${among} 幅的相比。`,
  usual: (among) => `与训练图像一样寻常：没有一个分数高于 ${among} 幅中的 99%。`,
  strange: (scores, among) => `与训练图像不同。高于 ${among} 幅中 99% 的分数：${scores}。`,
  fooled: (percent) => `它的 ELBO 高于 ${percent}% 的训练图像：只看 ELBO，它会过关。`,
  honest:
    '单看 ELBO 会漏掉简单的图像：对多数手写数字模型来说，一页白纸比几乎所有数字都更可能，因为没有多少可以出错的地方。按复杂度校正的分数计入这幅图本来可以写得多短，就能发现它。六个分数都以 99% 为界，大约每二十幅寻常图像就有一幅会被其中之一标出。手头有异常样例时，见过它们的分类器更好；对于照片，用大型已训练网络的特征之间的距离更好。',
};
