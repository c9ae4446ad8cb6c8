export const en = {
  title: 'Nearest training digits',
  find: 'Find them',
  state: {
    idle: (count: string) => `Encodes the first ${count} training digits.`,
    idleFar: (count: string) => `Fetches the first ${count} training digits, and encodes them.`,
    fetching: 'Fetching the training digits …',
    encoding: (done: string, all: string) => `Encoding ${done} of ${all} …`,
    shown: (all: string) =>
      `Of ${all}, by the Euclidean distance of their posterior means to z. Press one to take it.`,
  },
  neighbour: (label: string, distance: string) => `A ${label} at distance ${distance}`,
};

declare module '../../ui/text' {
  interface Text {
    neighbours: typeof en;
  }
}
