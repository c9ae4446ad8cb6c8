import type { Text } from '../../ui/text';

export const zh: Text['link'] = {
  copy: '复制链接',
  copied: '已复制',
  what: '页面地址包含模型、z、潜空间图的窗口和图层、设置，以及打开的面板',
};
