export const en = {
  encoder: 'encoder',
  decoder: 'decoder',
};

declare module '../../ui/text' {
  interface Text {
    network: typeof en;
  }
}
