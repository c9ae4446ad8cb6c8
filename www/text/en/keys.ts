/** The list of keys. */
export const keys = {
  title: 'Keys',
  close: 'Close',
  work: 'Keys of one character work everywhere',
  everywhere: 'Everywhere',
  onMap: 'On the map',
  class: 'Class, of a conditional model',
};
