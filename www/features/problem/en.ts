export const en = {
  again: 'Try again',
  dismiss: 'Dismiss',
  notBegun: 'The page could not begin in this browser. Load it again, or open it in another browser.',
};

declare module '../../ui/text' {
  interface Text {
    problem: typeof en;
  }
}
