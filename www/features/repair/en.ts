/** What stands there at once; the rest comes with the panel. */
export const en = {
  title: 'Repair: erase a part, and see what could stand there',
};

declare module '../../ui/text' {
  interface Text {
    repair: typeof en;
  }
}
