/** The first few of many. */
const MOST = 8;
const listed = (items: string[]) =>
  items.length > MOST
    ? `${items.slice(0, MOST).join(', ')} and ${items.length - MOST} more`
    : items.join(', ');

export const en = {
  title: 'Latent space',
  lead: 'Drag to move <var>z</var>. Tiles are decoded there.',
  leadOfItems: 'Drag to move <var>z</var>. Names: liked more there.',
  leadOfTexts: 'Drag to move <var>z</var>. Texts are written there.',
  across: 'Across',
  up: 'Up',
  principal: 'Principal axes',
  share: (percent: number) => `of the test digits’ codes: ${percent} % of their variance`,
  label: 'Latent map',
  role: 'two-dimensional slider',
  help: 'Arrow keys move z by 0.1, with Shift by 0.5. Home goes to the origin. Plus and minus zoom, 0 shows the whole map. Enter takes the test digit at z as the input, where the map shows test digits. By pointer: Ctrl and the wheel or two fingers zoom, the right button or the space bar moves the map. With a conditional model the keys 0 to 9 choose the class.',
  closer: 'Zoom in',
  wider: 'Zoom out',
  whole: 'Whole map',
  stretch: (axis: string, from: string, to: string) => `${axis} from ${from} to ${to}`,
  summary: (stretches: string[], layers: string[]) =>
    `The map shows ${stretches.join(', ')}. Layers: ${layers.join(', ')}.`,
  menu: 'Layers',
  shown: 'Shown on the map',
  grid: 'Grid',
  equalSpacing: 'equal spacing in σ',
  equalMass: 'equal prior mass',
  equalSpacingInZ: 'equal spacing in z',
  equalMassOfNormal: 'equal mass of N(0, I)',
  testDigit: (index: number, label: string) => `Test digit ${index}, a ${label}`,
  regions: 'Regions of the map, the largest first',
  region: (items: string[], place: string) => `${items.join(', ')}: about ${place}`,
  likelier: (items: string[]) => `More likely here: ${items.join(', ')}`,
  person: (index: number, items: string[]) => `Person ${index}: ${listed(items)}`,
  text: (index: number, written: string) => `Test text ${index}: ${written}`,
  layers: {
    tiles: 'Decoded tiles',
    density: 'Density of the test digits’ codes',
    texts: 'Written texts',
    names: 'Names of regions',
    prior: 'Prior: 1, 2 and 3 σ',
    digits: 'Test digits by class',
    means: 'Class means',
    peek: 'Decode under the pointer',
    posterior: 'Posterior of the input',
    samples: 'Samples of the posterior',
    batch: 'Batch in slow motion',
    path: 'Path from A to B',
    marker: 'z',
  },
  keys: {
    path: 'path from A to B',
    z: 'z',
    zBeyond: 'z, beyond this part of the map',
    names: 'liked more there than elsewhere',
    density: 'density of codes',
    prior: 'prior, 1 to 3 σ',
    components: (count: number) => `prior: ${count} Gaussians, 1 σ`,
    digits: 'test digits',
    means: 'class means',
    posterior: 'input’s posterior, 1 and 2 σ',
    samples: 'its samples',
    code: 'input’s code: no posterior',
  },
  moveZ: 'Move z by 0.1, with Shift by 0.5',
  origin: 'z to the origin',
  zoom: 'Enlarge and shrink',
  wholeMap: 'The whole map',
  onMap: 'On the map',
};

declare module '../../ui/text' {
  interface Text {
    map: typeof en;
  }
}
