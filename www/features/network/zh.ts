import type { Text } from '../../ui/text';

export const zh: Text['network'] = {
  encoder: '编码器',
  decoder: '解码器',
};
