import type { Text } from '../../ui/text';

export const zh: Text['slowMotion'] = {
  button: '慢动作',
  title: '慢动作',
  label: '慢动作演示一步训练',
  waiting: '正在训练一步……',
  stages: { encode: '编码', sample: '采样', decode: '解码', loss: '损失', update: '更新' },
  previous: '上一步',
  next: '下一步',
  again: '再训练一步',
  play: '播放',
  pause: '暂停',
  leave: '退出',
  inputs: '这批图像',
  corrupted: '这批图像（已损坏）',
  targets: '这批图像',
  decoded: '由各自的 z 解码',
  layers: '各层移动了多少',
  terms: '这批图像的重构项和 KL 项',
  whose: { drawing: '您写的数字', sketch: '网页写的数字', sample: '所取的图像' },
  encode: (step, whose, others, shown) =>
    `此模型副本的第 ${step} 步：${whose}和 ${others} 幅训练图像进入编码器。这里显示其中 ${shown} 幅，${whose}在最前。退出后一切恢复原样。`,
  sample: (mu, sigma, z) =>
    `编码器为每幅图像给出 μ 和 σ，再采样 z = μ + σ · ε，其中 ε 取自 N(0, I)：请看 z 离开 μ。第一幅图像的 μ = ${mu}，σ = ${sigma}，z = ${z}。`,
  samples: (count) => `每幅图像采样 ${count} 次，显示的是第一次。`,
  code: (z) => `自编码器不采样：z 就是编码器的输出。第一幅图像的 z = ${z}。`,
  decode: '解码器把每个 z 变成一幅图像：每个像素应有多亮。上面一行是应当得到的图像。',
  lower: '其间还抽取第二层的一点 h，依据 z 与图像两方的说法。',
  loss: (reconstruction, beta, kl, loss, all) =>
    `重构项 ${reconstruction} + β ${beta} × KL 项 ${kl}：损失为每幅图像 ${loss} 奈特，是全部 ${all} 幅的平均。`,
  freeBits: 'KL 项中，每个维度至少按设定的自由比特计入。',
  bound: (loss, all, reconstruction, kl) =>
    `损失是重要性加权下界的相反数，每幅图像 ${loss} 奈特，是全部 ${all} 幅的平均。供比较：重构项 ${reconstruction}，KL 项 ${kl}。`,
  error: (loss, all) => `自编码器的损失就是重构项：每幅图像 ${loss} 奈特，是全部 ${all} 幅的平均。`,
  update: (norm, rate) =>
    `损失对全部权重的梯度，范数为 ${norm}。学习率为 ${rate}，优化器把各层移动了其大小的一部分，比例见下。`,
  fell: (before, after) => `同样的图像和同样的噪声：更新前损失为 ${before}，更新后为 ${after}。`,
  key: '这批图像：μ 与 1 σ，然后是 z',
  onWalk: '慢动作中',
  stageKeys: '上一阶段，下一阶段',
};
