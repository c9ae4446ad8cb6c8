export const network = {
  encoder: 'encoder',
  decoder: 'decoder',
};
