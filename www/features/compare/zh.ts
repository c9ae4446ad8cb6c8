import type { Text } from '../../ui/text';

export const zh: Text['compare'] = {
  title: '并排显示图谱',
  left: '左',
  right: '右',
  shownModel: '正在显示的模型',
  mapOf: (name) => `${name}的图谱`,
};
