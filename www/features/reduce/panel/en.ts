export const en = {
  lead: 'The first test images where their codes lie, beside principal component analysis (PCA) of the same images. Those that are near on a good map are near in truth, pixel by pixel.',
  codesMap: (dimensions: number) =>
    dimensions > 2 ? `codes, on the two principal axes of ${dimensions} dimensions` : 'codes',
  pcaMap: 'PCA, the first two components',
  plot: (name: string, images: string) => `${images} test images by class: ${name}`,
  classes: 'Classes',
  method: 'Numbers of an image',
  codes: (dimensions: number) => `codes, ${dimensions}`,
  components: (dimensions: number) => `PCA, ${dimensions}`,
  trustworthiness: 'Trustworthiness at 12 neighbours',
  neighbours: 'Neighbours kept',
  waits: (percent: number) => `Comparing: ${percent} %…`,
  done: (tests: string, trainings: string) =>
    `${tests} test images; PCA’s axes are those of ${trainings} training images. The figures count all dimensions, not only the two that are drawn.`,
  lacks: (images: string, least: string) =>
    `Whether neighbours are kept shows from ${least} test images on, and this data set has ${images}: choose one that has more.`,
  csv: 'Codes of all test images as CSV',
  npy: 'as npy',
  honest:
    'Trustworthiness is 1 where all 12 neighbours of an image among its numbers are neighbours among the pixels, too. With two numbers an image, codes keep more than PCA; with ten or more PCA, which is linear and made in seconds, keeps more. For maps to look at, t-SNE and UMAP keep neighbours better than either; but they give no way back from the map to a picture.',
};

export type Words = typeof en;
