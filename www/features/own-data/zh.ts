import type { Text } from '../../ui/text';

export const zh: Text['ownData'] = {
  title: '您自己的数据',
  lead: '用您自己的图片、谁喜欢什么的表格或文本来训练和探索，与 MNIST 一样。数据不会离开此浏览器。',
  mine: '画一个自己的数据集',
};
