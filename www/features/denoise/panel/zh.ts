import type { Words } from './en';

export const zh: Words = {
  lead: '先给图像加上噪声，再把它去掉。模型知道加的是哪种噪声；得到的结果与加噪声之前的图像相比较。',
  kind: '噪声',
  noise: '高斯噪声',
  saltAndPepper: '椒盐噪声',
  blur: '模糊',
  strokes: '笔画',
  strength: '强度',
  sigma: (value) => `σ = ${value}`,
  share: (percent) => `${percent}% 的像素`,
  pixels: (value) => `σ = ${value} 像素`,
  count: (value) => `${value} 笔`,
  again: '换一次噪声',
  damaged: '有噪声',
  empty: '请在上面画一幅图，或选一张测试图像：会在这里去噪。',
  waits: '计算中……',
  done: '这幅图相对于无噪声图像的 PSNR 和 SSIM；最接近的加了框。',
  honest:
    '把有噪声的图像编码再解码，往往还不如不动它：编码器没有见过噪声。维度在十以上时，去找一个 z，使它的图像加上这种噪声后最可能是眼前的样子，效果好得多，对所有这样的 z 取平均往往最好；只有两维时可能不如中值滤波。但这一切只认识模型训练时见过的图像：对于照片，以及无法描述的噪声，用成对的有噪声与干净图像训练的网络是更好的工具。',
};
