import type { curves as english } from '../en/curves';

export const curves: typeof english = {
  empty: '训练开始后，这里会出现曲线。',
  train: '训练批次',
  test: '测试数字',
};
