import type { Text } from '../../ui/text';

export const zh: Text['score'] = {
  button: '它常见吗？',
  scoring: '正在为 1,000 个测试数字计分……',
  unscored: '写一个或取一个数字，看看它的 ELBO 在 1,000 个测试数字中的位置。',
  scored: (percent, verdict) => `模型看到的图像的 ELBO 高于 ${percent}% 的测试数字：${verdict}。`,
  verdicts: { usual: '常见', unusual: '不常见', anomaly: '对此模型是异常' },
};
