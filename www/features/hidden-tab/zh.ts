import type { Text } from '../../ui/text';

export const zh: Text['hiddenTab'] = {
  notify: '训练结束时通知我',
  notifyRefused: '浏览器不允许此网页发送通知。',
  tabRunning: (epoch, percent, page) => `第 ${epoch} 轮，${percent} % – ${page}`,
  tabFinished: (page) => `✓ 已结束 – ${page}`,
  away: (steps, images) => `此网页隐藏期间训练仍在进行：${steps} 步，${images} 幅图像。`,
  awayFinished: (words) => `训练已结束。${words}`,
};
