export const en = {
  pytorch: 'PyTorch module: loads this page’s model files, and writes such files',
  encoder: 'Encoder of the model shown',
  decoder: 'Decoder of the model shown',
};

declare module '../../ui/text' {
  interface Text {
    modelFiles: typeof en;
  }
}
