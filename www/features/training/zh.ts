import type { Text } from '../../ui/text';

export const zh: Text['training'] = {
  title: '训练',
  status: '训练状态',
  progress: '本轮进度',

  opening: '正在打开自带的模型……',
  openingPart: (came, of) => `正在打开自带的模型：${came} / ${of} kB……`,
  notOpened: '自带的模型没有取到：请重试，或选择另一个。',
  shipped: '自带的模型，已训练好',
  fresh: '尚未训练的模型',
  untrained: '你的模型，尚未训练',
  ofKept: '保留下来的一次训练的模型',
  model: (whose, what, data, parameters) => `${whose}：${what}，${data}，${parameters} 个参数。`,
  halts: { paused: '已暂停 · ', finished: '已结束 · ' },
  where: (epoch, step, of) => `第 ${epoch} 轮 · 第 ${step} 步，共 ${of} 步`,
  speed: (images, left) => `每秒 ${images} 幅图像 · 本轮还需 ${left}`,
  sofar: (_step, steps, images) => `${steps} 步，已用 ${images} 幅图像`,
  onTest: (figure, which, digits, view) =>
    `${figure}（测试，${which === 'first' ? '前' : '全部'} ${digits} 个数字${view && `，${view}`}）`,
  ofStep: (step, figure) => `第 ${step} 步：${figure}`,
  ofEpoch: (epoch, figure) => `第 ${epoch} 轮：${figure}`,

  endings: {
    patience:
      '提前停止：在未参与训练的数字上，证据下界（ELBO）不再变好。现在显示最好的模型；重置后可重新训练。',
    schedule: '学习率计划已结束：学习率已降到 0。重置后可重新训练。',
    epochs: '已自行停止：达到了设定的轮数。再次开始即可不受此限制继续训练。',
    minutes: '已自行停止：达到了设定的时间。再次开始即可不受此限制继续训练。',
    elbo: '已自行停止：达到了设定的测试 ELBO。再次开始即可不受此限制继续训练。',
    diverged: '训练发散：损失不再是数值。现在显示最后一个正常的模型；请重置，并用更小的学习率或 β 重新开始。',
  },

  never: '自行停止：不停',
  stopsAt: (conditions) => `自行停止：${conditions.join('，或')}`,
  after: {
    epochs: (value) => `${value} 轮后`,
    minutes: (value) => `${value} 分钟后`,
    elbo: (value) => `达到 ${String(value).replace('-', '−')} 奈特时`,
  },
  stopEpochs: '轮数',
  stopMinutes: '分钟',
  stopElbo: '测试 ELBO，奈特',
  stopErrors: {
    epochs: '轮数：应为大于 0 的数。',
    minutes: '分钟：应为大于 0 的数。',
    elbo: '测试 ELBO：应为一个数，例如 −150。',
  },
  stopNote: '最先满足的条件会停止训练；按回车键或离开输入框后生效。时间只计训练，不计暂停。',
  phases: {
    idle: '现在显示自带的模型。',
    starting: '训练即将开始。',
    running: '正在训练。',
    paused: '训练已暂停。',
    finished: '训练已结束。',
  },
};
