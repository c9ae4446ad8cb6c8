/** What stands there at once; the rest comes with the panel. */
export const en = {
  title: 'Enlarge: a few pixels to a whole picture',
};

declare module '../../ui/text' {
  interface Text {
    enlarge: typeof en;
  }
}
