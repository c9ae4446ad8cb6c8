import type { network as english } from '../en/network';

export const network: typeof english = {
  encoder: '编码器',
  decoder: '解码器',
};
