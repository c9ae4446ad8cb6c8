/** What stands there at once; the rest comes with the panel. */
export const en = {
  title: 'Reduce: few numbers for many pixels',
};

declare module '../../ui/text' {
  interface Text {
    reduce: typeof en;
  }
}
