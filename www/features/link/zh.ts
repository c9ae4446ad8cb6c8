import type { Text } from '../../ui/text';

export const zh: Text['link'] = {
  copy: '复制链接',
  copied: {
    nothing: '已复制',
    data: '已复制，不含您自己的数据',
    model: '已复制，不含训练出的模型',
  },
  what: '页面地址包含模型或数据集、z、所喜欢或所写的内容、潜空间图的窗口和图层、设置，以及打开的面板；您自己的数据和在此训练的模型请存为文件',
};
