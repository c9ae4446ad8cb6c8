export const en = {
  otherLanguage: '中文',
  otherTag: 'zh-Hans',
  theme: 'Theme',
  system: 'Auto',
  light: 'Light',
  dark: 'Dark',
};

declare module '../../ui/text' {
  interface Text {
    preferences: typeof en;
  }
}
