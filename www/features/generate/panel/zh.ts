import type { Words } from './en';

export const zh: Words = {
  lead: '抽取 z 并解码：这是模型自己构想的图像。按一幅图像，就到它的 z 处。',
  from: '抽取自',
  prior: '先验',
  aggregated: '聚合后验',
  near: '上面图像的附近',
  ofClass: '某一类',
  class: '类别',
  temperature: '温度',
  again: '重新抽取',
  nearest: '旁边显示最近的训练图像',
  save: '存为 PNG',
  saveArrays: '图像和 z 存为 npz',
  sample: (number) => `样本 ${number}：到它的 z 处`,
  training: (number) => `与样本 ${number} 最近的训练图像`,
  distance: (value) => `距离 ${value}`,
  picture: '在上面画一幅图，或选一张测试图像：会在这里抽取它附近的图像。',
  posterior: '自编码器给每幅图像一个点，没有可供抽取的后验。请选先验，或换一个模型。',
  noPrior: '自编码器没有学到先验：它的编码可能在任何地方，这里仍从 N(0, I) 抽取。',
  waits: '抽取中……',
  encoding: (done) => `正在编码训练图像：已完成 ${done} 幅……`,
  done: (count) => `${count} 个样本。`,
  compared: (count, among, mean) =>
    `${count} 个样本，以及前 ${among} 幅训练图像中与每个样本最近的一幅：按像素（0 到 1）的欧氏距离，平均 ${mean}。距离接近 0 才是复制。`,
  honest:
    '聚合后验是图像的编码真正所在之处（这里用前 2,000 幅训练图像）。在先验与它不同的地方，先验样本更差：那里从来没有过图像。温度低于 1 时，样本更清楚、更相似；高于 1 时更古怪。要得到最好的图像，扩散模型和 GAN 是更好的工具：VAE 的图像偏模糊。',
};
