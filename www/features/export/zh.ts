import type { Text } from '../../ui/text';

export const zh: Text['export'] = {
  title: '保存图片',
  lead: '在本机生成，保存到本机。',
  filmStrip: '胶片（PNG）',
  map: '地图（PNG）',
  path: '路径（GIF）',
  tour: '漫游（GIF）',
  history: '潜空间图的形成（GIF）',
  plain: '白底黑字',
  saving: '正在生成文件……',
};
