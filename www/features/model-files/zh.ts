import type { Text } from '../../ui/text';

export const zh: Text['modelFiles'] = {
  pytorch: 'PyTorch 模块：可读取本页的模型文件，也可写出这样的文件',
  encoder: '当前模型的编码器',
  decoder: '当前模型的解码器',
};
