export const en = {
  copy: 'Copy link',
  copied: 'Copied',
  what: 'The page’s address carries the model, z, the map’s window and layers, the settings and the open panels',
};

declare module '../../ui/text' {
  interface Text {
    link: typeof en;
  }
}
