import type { Text } from '../../ui/text';

export const zh: Text['enlarge'] = {
  title: '放大：由很少的像素得到完整的图像',
};
