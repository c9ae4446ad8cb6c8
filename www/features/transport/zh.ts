import type { Text } from '../../ui/text';

export const zh: Text['transport'] = {
  title: '运行控制',
  start: '开始',
  startTraining: '开始训练',
  pause: '暂停',
  pauseTraining: '暂停训练',
  step: '单步',
  singleStep: '单步训练',
  reset: '重置',
  beta: 'β',
  rate: '学习率',
  rateShort: '学习率',
  moreShort: '曲线',
  sparkShort: { elbo: 'ELBO', reconstruction: '误差' },
  epoch: (epoch, percent) => `第 ${epoch} 轮 · ${percent} %`,
  starts: '正在启动……',
  firstStep: '第一步……',
  more: '曲线与设置',
  spark: { elbo: '训练 ELBO', reconstruction: '训练误差' },
  sparkNow: (which, nats) => `${which} ${nats} 奈特`,
  sparkWords: (which, first, last) => `本次训练的${which}，单位为每幅图像的奈特：从 ${first} 到 ${last}。`,
};
