import type { Text } from '../../ui/text';

export const zh: Text['replay'] = {
  title: '历程',
  label: '训练历程',
  play: '播放历程',
  pause: '暂停播放',
  next: '历程的下一刻',
  speed: '速度',
  now: '回到现在',
  empty: '开始训练后，在这里拖动即可看到潜空间图是怎样形成的。',
  tooLarge: '这个模型太大，无法保留其训练历程。',
  present: (step) => `现在：第 ${step} 步`,
  ofRun: (run, step) => `${run}的历史，现为第 ${step} 步：拖动即可显示`,
  at: (step, epoch) => `第 ${step} 步，第 ${epoch} 轮`,
  past: (at) => `过去：${at}`,
  elbo: (where, nats) => `${where}，测试 ELBO ${nats}`,
  reconstruction: (where, nats) => `${where}，测试重构项 ${nats}`,
  pastShown: '潜空间图、滑块和输出都显示当时的模型。',
  nowShown: '重新显示当前模型。',
  exported: '潜空间图的形成',
};
