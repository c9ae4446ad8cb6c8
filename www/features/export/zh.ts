import type { Text } from '../../ui/text';

export const zh: Text['export'] = {
  title: '保存图片',
  lead: '在本机生成，保存到本机。',
  plain: '白底黑字',
  saving: '正在生成文件……',
};
