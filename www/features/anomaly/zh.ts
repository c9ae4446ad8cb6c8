import type { Text } from '../../ui/text';

export const zh: Text['anomaly'] = {
  title: '检测：找出与训练图像不同的图像',
};
