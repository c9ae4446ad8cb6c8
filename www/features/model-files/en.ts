export const en = {
  title: 'The model elsewhere',
  lead: 'The model shown, for programs of your own. The PyTorch module loads the safetensors files of this page and writes such files; ONNX runs in onnxruntime and opens in Netron.',
  pytorch: 'PyTorch module (.py)',
  encoder: 'Encoder (ONNX)',
  decoder: 'Decoder (ONNX)',
};

declare module '../../ui/text' {
  interface Text {
    modelFiles: typeof en;
  }
}
