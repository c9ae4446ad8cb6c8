import type { Text } from '../../ui/text';

export const zh: Text['arithmetic'] = {
  title: '数字的算术',
  lead: 'z 加上一个类别的平均编码比另一个类别多出的部分。',
  z: 'z',
  result: '结果',
  mean: '均值',
  meanOf: (digit) => `${digit} 的均值`,
  plus: '加上这一类的均值',
  minus: '减去这一类的均值',
  strength: '强度',
  apply: '把 z 移到那里',
};
