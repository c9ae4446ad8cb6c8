import type { evaluation as english } from '../en/evaluation';

export const evaluation: typeof english = {
  title: '评估',
  lead: '用没有参与训练的数字，评估当前显示的模型。',
  digits: '测试数字',
  first100: '前 100 个',
  first1000: '前 1,000 个',
  all: '全部 10,000 个',
  samples: '重要性样本数',
  evaluate: '评估',
  stop: '停止',
  progress: '评估进度',
  empty: '这里会显示 ELBO 及其两项、重要性加权的 NLL，以及每个潜变量维度承载的信息。',
  copy: '复制为文本',
  dimensions: '潜变量各维度',
  caption: '潜变量各维度：聚合后验与先验 N(0, 1) 的对比',
  klNats: 'KL（纳特）',
  posterior: '后验',
  prior: '先验',
  mean: '均值',
};
