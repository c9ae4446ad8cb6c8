import type { Words } from './en';

export const zh: Words = {
  lead: '用鼠标、笔或手指擦去图像的一部分，也可以用按钮。每移动一下，模型都从刚才所在之处寻找一个 z，使它的图像具有已知的像素。',
  brush: '橡皮大小',
  erase: '擦去',
  quarter: '右下四分之一',
  half: '下半部',
  centre: '中央',
  clear: '全部恢复',
  pad: '图像：擦去它的一部分。用键盘时请用按钮。',
  erased: '已知的像素；画斜线的已被擦去',
  result: '修补后',
  draws: '那里可能是什么',
  again: '重新抽取',
  draw: (number) => `样本 ${number}`,
  empty: '请在上面画一幅图，或选一张测试图像：可以在这里修补。',
  nothing: '尚未擦去任何部分。',
  all: '全部被擦去了：什么都不知道时，那里可能是任何东西。请恢复一部分，或查看先验的样本。',
  shown: (model, mean, modelNats, meanNats) =>
    `这幅图被擦去像素的平方误差：${model}，训练图像的均值 ${mean}；log p ${modelNats} 对 ${meanNats} 奈特。`,
  works: '计算中……',
  none: '自编码器没有后验：没有可以抽取的分布。',
  honest:
    '每个样本都是已知像素所允许的一种答案：擦去得多，它们就各不相同，修补后的图像只是其中最可能的一个。模型只认识训练时见过的那种图像；对于照片，扩散模型能补得更多。',
};
