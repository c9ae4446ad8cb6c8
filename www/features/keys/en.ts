/** The list of keys. */
export const keys = {
  title: 'Keys',
  close: 'Close',
  work: 'Keys of one character work everywhere',
  everywhere: 'Everywhere',
  onMap: 'On the map',
  moveZ: 'Move z by 0.1, with Shift by 0.5',
  origin: 'z to the origin, the mean of the prior',
  zoom: 'Enlarge and shrink',
  wholeMap: 'The whole map',
  onWalk: 'In slow motion',
  stages: 'The stage before, the next stage',
  class: 'Class, of a conditional model',
};
