export const en = {
  otherLanguage: '中文',
  otherTag: 'zh-Hans',
  theme: 'Theme',
  system: 'System',
  light: 'Light',
  dark: 'Dark',
};

declare module '../../ui/text' {
  interface Text {
    preferences: typeof en;
  }
}
