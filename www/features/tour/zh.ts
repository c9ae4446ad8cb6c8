import type { Text } from '../../ui/text';

export const zh: Text['tour'] = {
  show: '导览',
  title: '页面导览',
  count: (step, of) => `第 ${step} 步，共 ${of} 步`,
  steps: {
    draw: '用鼠标、笔或手指在这里写一个数字：编码器把它变成一个点 z。',
    map: '每个小图都是解码器在该处画出的数字：在地图上拖动，就能移动 z。',
    output: '这是解码器在 z 处画出的数字，旁边是您的输入，以及它的代价（奈特）。',
    train: '“开始”在这个标签页里训练您自己的模型，地图会随着学习重新成形。',
    more: '再往下有路径、您的训练、评估和一篇文章；“?”列出快捷键，按这个按钮可以再看一遍导览。',
  },
  back: '上一步',
  next: '下一步',
  done: '完成',
  leave: '离开',
  stepKeys: '上一步或下一步',
};
