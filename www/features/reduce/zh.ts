import type { Text } from '../../ui/text';

export const zh: Text['reduce'] = {
  title: '降维：用几个数代替许多像素',
};
