/** What stands there at once; the rest comes with the panel. */
export const en = {
  title: 'Your own data',
  lead: 'Pictures of your own, who likes what, or texts, to be trained on and explored as MNIST is. They stay in this browser.',
  mine: 'Draw a data set of your own',
};

declare module '../../ui/text' {
  interface Text {
    ownData: typeof en;
  }
}
