import type { Text } from '../../ui/text';

export const zh: Text['sliders'] = {
  strips: '沿各维的图条',
  dimension: (number) => `潜变量第 ${number} 维`,
  valueOf: (number) => `潜变量第 ${number} 维的值`,
  resetOne: (number) => `把潜变量第 ${number} 维设为 0`,
  traversal: (number) => `沿潜变量第 ${number} 维从 −4 到 4 的数字`,
  traversalOf: (number, difference) =>
    `沿潜变量第 ${number} 维从 −4 到 4 的数字；两端平均相差 ${difference}，满值 255`,
  towards: (number, end) => `沿潜变量第 ${number} 维朝 ${end} 方向上升最多`,
  kl: 'KL',
  ofInput: '横条：该输入的 KL（奈特）',
  ofCodes: '横条：测试数字的平均 KL（奈特）',
  refused: (name, limit, came, kept) =>
    `应为 −${limit} 到 ${limit} 之间的数，${came ? `得到的是 ${came}` : '但没有填写'}；${name} 仍为 ${kept}。`,
  shownOf: (shown, all) => `显示 ${all} 个中的 ${shown} 个：滚动查看其余。`,
  sort: '按 KL 排序',
  resetAll: '全部设为 0',
};
