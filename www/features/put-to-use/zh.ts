import type { Text } from '../../ui/text';

export const zh: Text['putToUse'] = {
  title: '它有什么用',
  lead: '把模型用在上面所画或所选的图像上。每种用途旁边都有普通方法，面板里会说明它们在哪里更好。',
};
