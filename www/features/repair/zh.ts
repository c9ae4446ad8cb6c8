import type { Text } from '../../ui/text';

export const zh: Text['repair'] = {
  title: '修补：擦去一部分，看那里可能是什么',
};
