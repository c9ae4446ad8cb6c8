import type { Text } from '../../ui/text';

export const zh: Text['putToUse'] = {
  title: '它有什么用',
  lead: '把模型用在上面所画或所选的图像上。每种用途旁边都有普通方法，面板里会说明它们在哪里更好。',
  rest: '训练优先：训练期间，每种用途每隔几秒重做一次，显示的是那一刻的模型。',
  few: '所示模型的维度很少，保留不了图像的多少内容：多数用途需要更多维度。',
  use: (name) => `使用 ${name}`,
};
