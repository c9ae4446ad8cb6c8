import type { Text } from '../../ui/text';

export const zh: Text['runs'] = {
  title: '各次训练',
  lead: '重置的训练连同曲线和模型保留在这里；只要此浏览器能存储，下次访问时仍在。',
  name: (number) => `训练 ${number}`,
  table: '各次训练的比较',
  curves: '曲线',
  run: '训练',
  differs: '不同的设置',
  steps: '步数',
  test: '测试 ELBO，奈特',
  time: '训练时间',
  actions: '模型',
  nameOf: (name) => `${name}的名称`,
  overlay: (name) => `显示${name}的曲线`,
  present: '当前训练',
  alike: '无',
  course(first, changes) {
    const [change, last] = [changes[0], changes.at(-1)];
    if (!change || !last) return first;
    if (changes.length > 3)
      return `${first} 至 ${last.value}，第 ${change.step} 步至第 ${last.step} 步间共改动 ${changes.length} 次`;
    return [first, ...changes.map(({ value, step }) => `第 ${step} 步起 ${value}`)].join('，');
  },
  untested: '未测试',
  figure: (nats, digits, at) => `${nats}（${digits} 张测试图像${at}）`,
  reconstruction: (nats, digits, at) => `重构项 ${nats}（${digits} 张测试图像${at}）`,
  atStep: (step) => `，第 ${step} 步`,
  show: '显示',
  showOf: (name) => `显示${name}的模型`,
  shown: '正在显示',
  trainOn: '继续训练',
  trainOnOf: (name) => `继续${name}`,
  trainOnNote:
    '继续训练从该训练停下之处接着进行。因早停或计划而结束的，或在较长的一步中重置的，则只从其模型开始：优化器的矩、数字的次序和各项计划都重新开始。',
  forget: '删除',
  forgetOf: (name) => `删除${name}`,
  forgotten: (name) => `已删除${name}。`,
  dropped: (names) => `已删去${names.join('、')}：保留的训练不能再多。`,
};
