import type { Words } from './en';

export const zh: Words = {
  lead: '图像被缩小，每个像素是一个方块的平均，再放大回来。模型寻找一个 z，使它的图像缩小之后就是那幅小图。',
  from: '由',
  sides: (width, height) => `${width} × ${height} 像素`,
  small: (width, height) => `${width} × ${height}，原样`,
  empty: '请在上面画一幅图，或选一张测试图像：会在这里缩小再放大。',
  odd: '这种边长的图像不能对半缩小。',
  waits: '计算中……',
  done: '这幅图相对于缩小之前的 PSNR 和 SSIM；最接近的加了框。',
  honest:
    '模型补上的内容，小图里从来没有：那是训练图像在该处的样子。对于照片，专门训练来放大的网络才是合适的工具；若每个像素都必须真实，则没有任何工具。',
};
