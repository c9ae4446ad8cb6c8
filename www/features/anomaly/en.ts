/** What stands there at once; the rest comes with the panel. */
export const en = {
  title: 'Detect: tell what is unlike the training images',
};

declare module '../../ui/text' {
  interface Text {
    anomaly: typeof en;
  }
}
