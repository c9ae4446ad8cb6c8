/** What stands there at once; the rest comes with the panel. */
export const en = {
  title: 'Generate: pictures that were never there',
  file: 'Generated pictures',
};

declare module '../../ui/text' {
  interface Text {
    generate: typeof en;
  }
}
