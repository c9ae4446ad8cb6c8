export const map = {
  title: 'Latent space',
  lead: 'Drag the ring to move <var>z</var>. Each tile is what the decoder draws there.',
  across: 'Across',
  up: 'Up',
  class: 'Class',
  label: 'Latent map',
  role: 'two-dimensional slider',
  posterior: 'input’s posterior, 1 and 2 σ',
  help: 'Arrow keys move z by 0.1, with Shift by 0.5. Home goes to the origin, the mean of the prior. With a conditional model the keys 0 to 9 choose the class.',
};
