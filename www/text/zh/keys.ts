import type { keys as english } from '../en/keys';

export const keys: typeof english = {
  title: '快捷键',
  close: '关闭',
  work: '单字符快捷键处处有效',
  everywhere: '处处有效',
  onMap: '在地图上',
  class: '类别（条件模型）',
};
