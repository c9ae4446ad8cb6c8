export const en = {
  strips: 'Strips along the dimensions',
  dimension: (number: number) => `Latent dimension ${number}`,
  valueOf: (number: number) => `Value of latent dimension ${number}`,
  resetOne: (number: number) => `Set latent dimension ${number} to 0`,
  traversal: (number: number) => `Digits along latent dimension ${number}, from −4 to 4`,
  traversalOf: (number: number, difference: string) =>
    `Digits along latent dimension ${number}, from −4 to 4; mean difference of its ends ${difference} of 255`,
  towards: (number: number, end: string) => `Rise most towards ${end} along latent dimension ${number}`,
  kl: 'KL',
  ofInput: 'Bars: KL of this input, nats',
  ofCodes: 'Bars: mean KL of test digits, nats',
  /** What came is what was typed. */
  refused: (name: string, limit: number, came: string, kept: string) =>
    `Expected a number from −${limit} to ${limit}, got ${came || 'nothing'}; ${name} stays ${kept}.`,
  shownOf: (shown: number, all: number) => `${shown} of ${all} shown: scroll for the others.`,
  sort: 'Sort by KL',
  resetAll: 'All to 0',
};

declare module '../../ui/text' {
  interface Text {
    sliders: typeof en;
  }
}
