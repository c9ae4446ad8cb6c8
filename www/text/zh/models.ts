import type { models as english } from '../en/models';

export const models: typeof english = {
  model: '模型',
};
