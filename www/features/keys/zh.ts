import type { Text } from '../../ui/text';

export const zh: Text['keys'] = {
  title: '快捷键',
  close: '关闭',
  work: '单字符快捷键处处有效',
  everywhere: '处处有效',
};
