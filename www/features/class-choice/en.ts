export const en = {
  title: 'Class',
  keys: 'Class, of a conditional model',
};

declare module '../../ui/text' {
  interface Text {
    classChoice: typeof en;
  }
}
