export const en = {
  copy: 'Copy link',
  copied: {
    nothing: 'Copied',
    data: 'Copied without your own data',
    model: 'Copied without the trained model',
  },
  what:
    'The page’s address carries the model or the data set, z, what is liked or written, the map’s window and layers, the settings and ' +
    'the open panels; data of your own, and models trained here, go as files',
};

declare module '../../ui/text' {
  interface Text {
    link: typeof en;
  }
}
