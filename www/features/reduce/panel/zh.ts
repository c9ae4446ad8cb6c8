import type { Words } from './en';

export const zh: Words = {
  lead: '前若干测试图像的编码所在之处，旁边是同样图像的主成分分析（PCA）。在好的地图上相近的图像，逐像素看也真的相近。',
  codesMap: (dimensions) => (dimensions > 2 ? `编码，在 ${dimensions} 维的两条主轴上` : '编码'),
  pcaMap: 'PCA，前两个主成分',
  plot: (name, images) => `${images} 幅测试图像，按类别着色：${name}`,
  classes: '类别',
  method: '每幅图像的数',
  codes: (dimensions) => `编码，${dimensions} 个`,
  components: (dimensions) => `PCA，${dimensions} 个`,
  trustworthiness: '12 个近邻的可信度',
  neighbours: '保留的近邻',
  waits: (percent) => `比较中：${percent}%……`,
  done: (tests, trainings) =>
    `${tests} 幅测试图像；PCA 的轴来自 ${trainings} 幅训练图像。数值按所有维度计算，而不只是所画的两维。`,
  lacks: (images, least) =>
    `有 ${least} 幅测试图像才看得出近邻是否保留，而这个数据集只有 ${images} 幅：请换一个更大的。`,
  csv: '所有测试图像的编码存为 CSV',
  npy: '存为 npy',
  honest:
    '若一幅图像按这些数的 12 个近邻按像素看也都是近邻，可信度就是 1。每幅图像两个数时，编码比 PCA 保留得更多；十个或更多时，线性的、几秒就能算好的 PCA 保留得更多。要看地图，t-SNE 和 UMAP 比两者都更能保留近邻；但它们不能从地图回到图像。',
};
