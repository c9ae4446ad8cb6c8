import type { Text } from '../../ui/text';

export const zh: Text['problem'] = {
  again: '重试',
  dismiss: '知道了',
  notBegun: '页面在此浏览器中无法启动。请重新加载，或换一个浏览器打开。',
};
