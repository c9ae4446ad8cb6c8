export const en = {
  button: 'Lecture',
  title: 'Map, pad, output and one curve fill the window',
  leave: 'Leave the lecture mode',
};

declare module '../../ui/text' {
  interface Text {
    lecture: typeof en;
  }
}
