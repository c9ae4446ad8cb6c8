import type { Text } from '../../ui/text';

export const zh: Text['export'] = {
  title: '保存结果',
  lead: '图片、数据和动画，在本机生成，保存到本机。',
  plain: '白底黑字',
  pictures: { slide: '地图、数字和曲线', map: '地图', digit: '数字', curve: '曲线' },
  codes: { t10k: '测试集的编码', train: '训练集的编码' },
  experiment: {
    quick: '实验：除动画和训练集编码外的以上全部、权重，以及如何重现',
    whole: '实验：连同动画和训练集编码，需要等一会儿',
  },
  as: (what, format) => `${what}（${format}）`,
  step: (run, step) => `${run}，第 ${step} 步`,
  sigma: '先验的一个 σ',
  unit: 'z 的一个单位',
  seen: '输入，即模型所见',
  output: '输出，由 z 解码',
  loss: '−ELBO，每幅图像的奈特数',
  batches: '训练批次',
  tests: '测试图像',
  steps: '步',
  notYet: '灰色的各项要等训练，或等其所示内容出现时才有。',
  noVideo: (formats) =>
    `此浏览器没有 ${formats.join(' 和 ')} 的编码器：动画可存为 GIF${formats.length > 1 ? '' : '或另一种视频格式'}。`,
  saving: '正在生成文件……',
};
