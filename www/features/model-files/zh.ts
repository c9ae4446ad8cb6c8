import type { Text } from '../../ui/text';

export const zh: Text['modelFiles'] = {
  title: '在别处使用模型',
  lead: '供您自己的程序使用当前模型。PyTorch 模块可读取本页的 safetensors 文件，也可写出这样的文件；ONNX 文件可由 onnxruntime 运行，并可用 Netron 打开。',
  pytorch: 'PyTorch 模块（.py）',
  encoder: '编码器（ONNX）',
  decoder: '解码器（ONNX）',
};
