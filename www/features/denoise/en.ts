/** What stands there at once; the rest comes with the panel. */
export const en = {
  title: 'Denoise: take noise, blur or strokes out of a picture',
};

declare module '../../ui/text' {
  interface Text {
    denoise: typeof en;
  }
}
