/** The list of keys. */
export const en = {
  title: 'Keys',
  close: 'Close',
  work: 'Keys of one character work everywhere',
  everywhere: 'Everywhere',
};

declare module '../../ui/text' {
  interface Text {
    keys: typeof en;
  }
}
