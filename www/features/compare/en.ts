export const en = {
  title: 'Maps side by side',
  left: 'Left',
  right: 'Right',
  shownModel: 'The model that is shown',
  mapOf: (name: string) => `Map of ${name}`,
};

declare module '../../ui/text' {
  interface Text {
    compare: typeof en;
  }
}
