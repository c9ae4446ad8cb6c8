import type { Sorted } from '../state';

export const en = {
  lead: 'The encoder has seen no class. Do its codes know them all the same? The codes of some thousand training images, whose classes are known, tell that of the picture.',
  learning: (done: string, all: string) => `Encoding training images: ${done} of ${all}.`,
  progress: 'Encoding training images',
  empty: 'Draw a picture above, or choose a test image: it is sorted here.',
  said: (name: string, percent: number, by: string) => `${name}, ${percent} % sure ${by}`,
  join: '; ',
  end: '.',
  by: {
    neighbours: 'by the 5 nearest codes',
    probe: 'by a linear probe',
    likeliest: 'by the likelihood under each class',
  } satisfies Record<Sorted['by'], string>,
  conditional:
    'A conditional model is told the class, and its codes hold what is left: here the model itself says under which class the picture is the likeliest. Neighbours, groups and few labels are for models without classes.',
  class: 'Class',
  confidences: 'How sure each way is, for this picture',
  nearest: 'The nearest training images, and their classes',
  groups: 'Groups that are found without any class',
  colour: 'Colour the test images on the map by',
  byClass: 'class',
  kMeans: 'k-means',
  mixture: 'Gaussian mixture',
  randIndex: (groups: string, mixture: string, images: string) =>
    `Adjusted Rand index against the classes, of the first ${images} test images: k-means ${groups}, Gaussian mixture ${mixture}. 1 is the same groups, 0 is chance.`,
  onMap:
    'On the map each numeral is a test image’s class, its colour the group. Test images are shown there from now on.',
  onMapByNumber:
    'On the map each numeral is the number of a test image’s class, whose name the legend under the map says; its colour is the group. Test images are shown there from now on.',
  few: 'Test images told right, by so many labels',
  fewWords: (images: string) =>
    `Of the first ${images} test images; up to 1,000 labels the mean of 5 choices, as many of each class.`,
  byHand: 'Few labels, chosen by hand',
  handLead: (images: string) =>
    `Each dot is one of the first ${images} training images at its code, its class unknown. Click one, and you are told its class: one label. Which ten would you ask for? What the labels are worth is counted at once.`,
  handMap: (images: string, labels: number) =>
    `Codes of ${images} training images, ${labels} of them labelled. The buttons beside it label without a pointer.`,
  labelNext: 'Label the next image',
  unlabel: 'Take the last label back',
  forget: 'Forget all labels',
  noLabels: 'No labels yet: click a dot, or label the next image.',
  labelled: (labels: number, name: string) =>
    labels === 1 ? `1 label. It is: ${name}.` : `${labels} labels. The last is: ${name}.`,
  labelOf: (place: number, name: string) => `${place}: ${name}`,
  comparing: 'PCA is being found…',
  handTold: 'Test images told right by these labels',
  handCurve: 'By neighbours, over the labels seen: codes solid, PCA dashed, pixels dotted',
  space: 'Told from',
  ways: { neighbours: 'by 5 neighbours', probe: 'by a linear probe' },
  spaces: {
    codes: (dimensions: number) => `codes, ${dimensions}`,
    pca: (dimensions: number) => `PCA, ${dimensions}`,
    pixels: (dimensions: number) => `pixels, ${dimensions}`,
  },
  handNote: (images: string, trainings: string) =>
    `Of the first ${images} test images; with fewer than 5 labels those that there are vote. PCA’s axes are those of ${trainings} training images, without their labels. A class without a label is never told.`,
  labels: 'Labels',
  percent: (value: string) => `${value} %`,
  honest:
    'A classifier trained on all labels does better: a small convolutional network tells more than 99 % of MNIST. Codes earn their keep where images are many and labels few, and neighbours of the bare pixels are the plain method to beat: codes of two dimensions do not beat them.',
};

export type Words = Omit<typeof en, 'by'> & { by: Record<Sorted['by'], string> };
