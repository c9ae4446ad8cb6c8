import type { Text } from '../../ui/text';

export const zh: Text['longStep'] = {
  progress: '这一步的进度',
  starts: (so) => `仍在进行：已用 ${so}。`,
  step: (images, seconds, so) => `每步 ${images} 幅图像，约需 ${seconds}：已用 ${so}。`,
  unknown: (images, so) => `正在进行一步，共 ${images} 幅图像：已用 ${so}。`,
  ends: '进行中的这一步会先做完。',
};
