export const en = {
  notify: 'Tell me when it is finished',
  notifyRefused: 'The browser does not allow this page to notify you.',
  tabRunning: (epoch: number, percent: number, page: string) => `Epoch ${epoch}, ${percent} % – ${page}`,
  tabFinished: (page: string) => `✓ Finished – ${page}`,
  away: (steps: string, images: string) =>
    `While this page was hidden, training went on: ${steps} steps, ${images} images.`,
  awayFinished: (words: string) => `It is finished. ${words}`,
};

declare module '../../ui/text' {
  interface Text {
    hiddenTab: typeof en;
  }
}
