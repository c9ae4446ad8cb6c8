/** Why two figures are not compared. */
export const unlike = {
  against: (one: string, other: string) => `${one} against ${other}`,
  and: '; ',
  refused: (one: string, other: string, why: string) => `${one} does not compare with ${other}: ${why}.`,
  likeShipped: (name: string, elbo: string, nll: string) =>
    `To compare with: the shipped ${name}, test ELBO ${elbo}, which is an NLL of ${nll}.`,
  unlikeShipped: (name: string, nll: string, why: string) =>
    `Not to be compared with the shipped ${name} and its NLL of ${nll}: ${why}.`,
  told: 'given the class',
  untold: 'without the class',
  clean: 'clean inputs',
  noise: (sigma: number) => `inputs with noise of σ = ${sigma}`,
  mask: (share: number) => `inputs with ${100 * share} % masked`,
  elbo: 'an ELBO',
  nll: 'an NLL',
  reconstruction: 'a reconstruction term alone',
};
