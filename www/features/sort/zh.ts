import type { Text } from '../../ui/text';

export const zh: Text['sort'] = {
  title: '分类：用编码分辨类别和群组',
};
