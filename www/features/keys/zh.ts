import type { keys as english } from './en';

export const keys: typeof english = {
  title: '快捷键',
  close: '关闭',
  work: '单字符快捷键处处有效',
  everywhere: '处处有效',
  onMap: '在地图上',
  moveZ: '把 z 移动 0.1，按住 Shift 移动 0.5',
  origin: 'z 回到原点，即先验的均值',
  zoom: '放大与缩小',
  wholeMap: '整张地图',
  onWalk: '慢动作中',
  stages: '上一阶段，下一阶段',
  class: '类别（条件模型）',
};
