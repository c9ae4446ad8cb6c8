import type { Text } from '../../ui/text';

export const zh: Text['compress'] = {
  title: '压缩：把测试图像变成很少的字节，再还原',
};
