import type { network as english } from './en';

export const network: typeof english = {
  encoder: '编码器',
  decoder: '解码器',
};
