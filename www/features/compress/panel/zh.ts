import type { Words } from './en';

export const zh: Words = {
  lead: '前若干幅测试图像变成字节，这些字节再变回图像：只用编码，会有损失；或用“bits back”（Townsend 等，2019）做到无损。',
  packing: '可以失去什么',
  lossy: (step) => `一些：z 取 ${step} 的倍数`,
  blackAndWhite: '什么都不失去，亮度按一半分为两级',
  grey: '什么都不失去，亮度按原样',
  images: '测试图像',
  compress: '压缩并读回',
  save: '保存字节',
  empty: '尚未压缩任何图像。',
  works: '计算中……',
  exact: (images, levels) => `全部 ${images} 幅图像（亮度${levels}）逐字节原样返回。`,
  levels: { blackAndWhite: '按一半分为两级', grey: '按原样' },
  lost: (images, step, psnr) =>
    `${images} 幅图像返回，z 取 ${step} 的倍数，相对于原图的平均 PSNR 为 ${psnr} dB。`,
  stale: '所用的模型不是现在显示的那个。',
  sizes: '同样的图像占多少',
  by: '方法',
  bytes: '字节',
  bits: '每像素位数',
  sources: { raw: '不压缩：原样', gzip: 'gzip，全部一起', model: '模型' },
  before: '之前',
  after: '读回',
  picture: (name, count) => `${name}：前 ${count} 幅图像`,
  none: '自编码器没有可以取回位的后验：它只能有损压缩。',
  noneOfWhole:
    '“比特返还”按 N(0, I) 的各维逐一编码 z；这里的先验是混合分布，或后验为全协方差，所以只作有损压缩。',
  honest:
    '模型自身的几兆字节不计：双方都必须有它。它只认识一种图像；对于任意的图像，PNG、WebP 或 JPEG XL 才是合适的工具。',
};
