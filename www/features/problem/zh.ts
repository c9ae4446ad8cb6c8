import type { Text } from '../../ui/text';

export const zh: Text['problem'] = {
  dismiss: '知道了',
};
