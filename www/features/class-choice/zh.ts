import type { Text } from '../../ui/text';

export const zh: Text['classChoice'] = {
  title: '类别',
  keys: '类别（条件模型）',
};
