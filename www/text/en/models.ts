export const models = {
  model: 'Model',
};
