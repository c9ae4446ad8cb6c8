import type { unlike as english } from '../en/unlike';

export const unlike: typeof english = {
  against: (one, other) => `${one}对${other}`,
  and: '；',
  refused: (one, other, why) => `“${one}”不能与“${other}”相比：${why}。`,
  likeShipped: (name, elbo, nll) => `可与自带模型“${name}”相比：测试 ELBO ${elbo}，NLL 为 ${nll}。`,
  unlikeShipped: (name, nll, why) => `不能与自带模型“${name}”及其 NLL ${nll} 相比：${why}。`,
  told: '已知类别',
  untold: '不知类别',
  clean: '干净的输入',
  noise: (sigma) => `带 σ = ${sigma} 噪声的输入`,
  mask: (share) => `遮去 ${100 * share}% 的输入`,
  elbo: 'ELBO',
  nll: 'NLL',
  reconstruction: '仅重构项',
};
