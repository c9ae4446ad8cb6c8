/** What stands there at once; the rest comes with the panel. */
export const en = {
  title: 'How good it is at its uses',
};

declare module '../../ui/text' {
  interface Text {
    survey: typeof en;
  }
}
