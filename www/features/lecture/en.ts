export const en = {
  button: 'Lecture',
  title: 'Map, pad, output and one curve fill the window',
};

declare module '../../ui/text' {
  interface Text {
    lecture: typeof en;
  }
}
