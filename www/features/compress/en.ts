/** What stands there at once; the rest comes with the panel. */
export const en = {
  title: 'Compress: test images to a few bytes, and back',
};

declare module '../../ui/text' {
  interface Text {
    compress: typeof en;
  }
}
