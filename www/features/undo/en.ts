export const en = {
  undo: 'Undo',
  undoThat: (what: string) => `Undo: ${what}`,
};

declare module '../../ui/text' {
  interface Text {
    undo: typeof en;
  }
}
