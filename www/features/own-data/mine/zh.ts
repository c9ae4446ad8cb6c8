import type { Words } from './en';

export const zh: Words = {
  mine: '我的',
  lead: '在上面的手写板上画一样东西，收入，再画一遍：同一样东西画二十来个，也可以画几样。',
  class: '类别',
  add: '收入',
  none: '还没有收入任何图画。',
  few: '1 / 20：至少再画一个，一个用来训练，另一个用来测试。',
  some: (count) => `${count} / 20：再多画几个，地图会更好。`,
  enough: (count) => `${count} 个，足够画出地图了。`,
  drawings: '您画的：按一下即可取回',
  tile: (number, name) => `取回第 ${number} 个，${name}`,
  taken: (name) => `已取回一个“${name}”。`,
  clear: '全部取回',
  cleared: (count) => `已取回 ${count} 个。`,
  mixed: '与 MNIST 的数字一起',
  train: '用我画的训练',
  making: '正在平移、旋转、加粗……',
  made: '每个图画都略加平移、旋转和粗细变化，共得约 2,000 张图片，作为您自己的数据保存。每六个图画留一个作测试，至少一个。',
};
