export const en = {
  title: 'Paths',
  lead: 'From A to B through the latent space, decoded on the way.',
  a: 'A',
  b: 'B',
  toZ: 'z now',
  toTestDigit: 'Test digit',
  toInput: 'Input',
  ofDigit: (digit: string) => `a test digit, ${digit}`,
  ofPerson: 'a test person',
  ofInput: 'the input',
  thumbnail: 'Decoded there:',
  film: (from: string, to: string) => `Film strip: digits decoded on the way from A ${from} to B ${to}`,
  stations: 'What stands out on the way from A to B',
  along: 'Way from A to B',
  percent: (part: number) => `${part} % of the way`,
  interpolation: 'Interpolation',
  linear: 'Linear',
  spherical: 'Spherical',
  linearWords: (distance: string) => `In a straight line, ${distance} σ long.`,
  sphericalWords: (from: string, to: string) =>
    `Turning at a constant rate: the distance from the origin goes from ${from} σ to ${to} σ without a dip.`,
  sphericalIsLinear: 'A and B have no angle between them to turn by: in a straight line.',
  swap: 'Swap A and B',
  draw: 'Draw on the map',
  drawWords: 'Drag on the map from A to B. Its ends count: the way between them is the interpolation’s.',
  needsPointer:
    'Drawing needs a mouse, a pen or a finger. By keyboard, move z on the map and press “z now” at A and at B.',
  play: 'Play',
  nextStep: 'Next step',
  pause: 'Hold still',
  speed: 'Speed',
  speedOf: (speed: number) => `${speed} ×`,
  tour: 'Tour',
  nextPlace: 'Next place',
  tourWords:
    'z wanders about the origin, spread as N(0, I) is. Touch anything else, or press Escape, to stop.',
  pathWords: 'z goes back and forth. Touch anything else, or press Escape, to stop.',
  scope: 'Tour through',
  plane: 'the map’s plane',
  all: 'all dimensions',
  exports: { filmStrip: 'Film strip', path: 'Path', tour: 'Tour' },
};

declare module '../../ui/text' {
  interface Text {
    paths: typeof en;
  }
}
