import type { Text } from '../../ui/text';

export const zh: Text['export'] = {
  title: '保存图片',
  lead: '在本机生成，保存到本机。',
  plain: '白底黑字',
  pictures: { slide: '地图、数字和曲线', map: '地图', digit: '数字', curve: '曲线' },
  as: (what, format) => `${what}（${format}）`,
  step: (run, step) => `${run}，第 ${step} 步`,
  sigma: '先验的一个 σ',
  seen: '输入，即模型所见',
  output: '输出，由 z 解码',
  loss: '−ELBO，每幅图像的奈特数',
  batches: '训练批次',
  tests: '测试图像',
  steps: '步',
  notYet: '灰色的各项要等训练时才有。',
  saving: '正在生成文件……',
};
