import type { Text } from '../../ui/text';

export const zh: Text['sweep'] = {
  title: '用其他取值再训练',
  lead: '用表单中的设置依次以每个取值训练，每次都从头训练到同一处停止；各次训练都保留下来，图谱和曲线并排显示。',
  field: '设置',
  values: '取值',
  epochs: '每次的轮数',
  start: '依次训练',
  stop: '停止',
  term: '曲线',
  hint: {
    numbers: '两到六个取值，用逗号隔开；若以逗号作小数点，则用分号隔开。',
    lists: '两到六个取值，用分号隔开；一个取值里的数字用逗号隔开。',
    choices: '选择两到六项。',
  },
  rest: (kept) => `其余与表单相同。${kept > 0 ? `超过六次时，先前保留的 ${kept} 次训练最先删去。` : ''}`,
  refused: {
    with: (value, why) => `取值 ${value}：${why}`,
    idle: '这样的训练用不到这项设置。',
    twice: (value) => `${value} 出现了两次。`,
    number: (came) => `取值：应为两到六个，得到 ${came} 个。`,
    epochs: '每次的轮数：应为大于 0 的数。',
  },
  where: (index, of, what, place) => `第 ${index} 次，共 ${of} 次，${what}：${place}`,
  waits: '已暂停。按“开始”继续。',
  starts: '正在开始……',
  at: (epoch, step, steps) => `第 ${epoch} 轮，第 ${step} 步，共 ${steps} 步`,
  over: (runs) => `已训练并保留 ${runs} 次。`,
  stopped: (ended, of, kept) =>
    `已停止：${of} 次训练中有 ${ended} 次训练到底${kept > 0 ? `，另有 ${kept} 次按停止时的样子保留` : ''}。`,
  steps: (steps) => `${steps} 步`,
  alike: (steps) => `各小图几乎一样：训练 ${steps} 步之后，这两个维度对图像还说明不了多少。`,
  oneScale: '各曲线的刻度相同：横轴为轮数，纵轴为每幅图像的奈特数；训练批次较浅，测试数字较深。',
  ownScales: (flat) =>
    `各曲线的刻度不同：若用同一刻度，${flat.join('、')}会变平，请看纵轴上的数字。横轴为轮数，纵轴为每幅图像的奈特数；训练批次较浅，测试数字较深。`,
  map: (name) => `${name}的图谱，z₁ 与 z₂ 从 −3 到 3`,
  curve: (term, name) => `${name}的${term}`,
};
