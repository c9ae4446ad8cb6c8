import type { Text } from '../../ui/text';

export const zh: Text['neighbours'] = {
  title: '最近的训练数字',
  find: '查找',
  state: {
    idle: (count) => `会编码前 ${count} 个训练数字。`,
    idleFar: (count) => `会下载前 ${count} 个训练数字并编码它们。`,
    fetching: '正在下载训练数字……',
    encoding: (done, all) => `已编码 ${done} / ${all}……`,
    shown: (all) => `在 ${all} 个中，按后验均值到 z 的欧氏距离。按一个即可取用。`,
  },
  neighbour: (label, distance) => `一个 ${label}，距离 ${distance}`,
};
