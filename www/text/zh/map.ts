import type { map as english } from '../en/map';

export const map: typeof english = {
  title: '潜空间',
  lead: '拖动圆环来移动 <var>z</var>。每一格是解码器在那里画出的数字。',
  across: '横轴',
  up: '纵轴',
  class: '类别',
  label: '潜空间地图',
  role: '二维滑块',
  help: '方向键把 z 移动 0.1，按住 Shift 移动 0.5。Home 回到原点，即先验的均值。对条件模型，按键 0 到 9 选择类别。',
  menu: '图层',
  shown: '在地图上显示',
  grid: '网格',
  equalSpacing: '以 σ 等距',
  equalMass: '先验质量相等',
  layers: {
    tiles: '解码图块',
    posterior: '输入的后验',
    samples: '后验的样本',
    batch: '慢动作的一批图像',
    path: '从 A 到 B 的路径',
    marker: 'z',
  },
  keys: {
    path: '从 A 到 B 的路径',
    z: 'z',
    posterior: '输入的后验，1 σ 与 2 σ',
    samples: '其样本',
    code: '输入的编码：没有后验',
  },
};
