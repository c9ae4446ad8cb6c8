export const en = {
  title: 'Save pictures',
  lead: 'Made here, and saved to this machine.',
  filmStrip: 'Film strip (PNG)',
  map: 'Map (PNG)',
  path: 'Path (GIF)',
  tour: 'Tour (GIF)',
  history: 'History of the map (GIF)',
  plain: 'Black on white',
  saving: 'Making the file …',
};

declare module '../../ui/text' {
  interface Text {
    export: typeof en;
  }
}
