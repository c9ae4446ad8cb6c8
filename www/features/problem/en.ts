export const en = {
  dismiss: 'Dismiss',
};

declare module '../../ui/text' {
  interface Text {
    problem: typeof en;
  }
}
