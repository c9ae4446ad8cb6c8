import type { Text } from '../../ui/text';

export const zh: Text['undo'] = {
  undo: '撤销',
  undoThat: (what) => `撤销：${what}`,
};
