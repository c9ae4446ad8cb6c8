import type { training as english } from '../en/training';

export const training: typeof english = {
  title: '训练',
  start: '开始训练',
  pause: '暂停训练',
  step: '单步',
  reset: '重置',
  status: '训练状态',
  progress: '本轮进度',
};
