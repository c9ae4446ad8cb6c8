/** What stands there at once; the rest comes with the panel. */
export const en = {
  title: 'Sort: tell classes and groups by codes',
};

declare module '../../ui/text' {
  interface Text {
    sort: typeof en;
  }
}
