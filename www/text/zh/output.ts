import type { output as english } from '../en/output';

export const output: typeof english = {
  title: '输出',
  lead: '由 <var>z</var> 解码。',
  reconstruction: '重构',
  seen: '模型看到的输入',
  fromMean: '由后验均值得到的重构',
  differenceImage: '差异',
  input: '输入',
  output: '输出',
  difference: '差异',
  empty: '有了输入，这里会显示它的重构和它的 ELBO 各项。',
};
