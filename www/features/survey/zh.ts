import type { Text } from '../../ui/text';

export const zh: Text['survey'] = {
  title: '它在各种用途上有多好',
};
