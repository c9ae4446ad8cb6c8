export const en = {
  title: 'Save pictures',
  lead: 'Made here, and saved to this machine.',
  plain: 'Black on white',
  saving: 'Making the file …',
};

declare module '../../ui/text' {
  interface Text {
    export: typeof en;
  }
}
