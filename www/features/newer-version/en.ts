export const en = {
  ready: 'A newer version is ready.',
  readyWhileRunning: 'A newer version is ready. It can wait until this run is finished.',
  reload: 'Reload',
  pauseAndReload: 'Pause, save and reload',
  later: 'Later',
};

declare module '../../ui/text' {
  interface Text {
    newerVersion: typeof en;
  }
}
