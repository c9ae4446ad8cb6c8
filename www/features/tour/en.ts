export const en = {
  /** Not “tour”: that is what z goes on. */
  show: 'Guide',
  title: 'Guide to the page',
  count: (step: number, of: number) => `${step} of ${of}`,
  steps: {
    draw: 'Draw a digit here, with a mouse, a pen or a finger: the encoder turns it into a point, z.',
    map: 'Each tile is what the decoder makes of its place: drag over the map to move z.',
    output: 'This is the digit that the decoder draws at z, beside your input and what it costs in nats.',
    train: 'Start trains a model of your own in this tab, and the map forms anew as it learns.',
    more: 'Further down are paths, your runs, an evaluation and an article; “?” lists the keys, and this button brings the guide back.',
  },
  stepsOf: {
    image: {},
    items: {
      draw: 'Choose here what you like: the encoder turns it into a point, z.',
      map: 'Regions are named by what is liked more there than elsewhere: drag over the map to move z.',
      output: 'These the decoder holds likeliest at z, with what of yours speaks for each.',
    },
    text: {
      draw: 'Write something here: the encoder turns it into a point, z.',
      map: 'What the decoder writes stands on the tiles: drag over them to move z.',
      output: 'This the decoder writes from z, with other texts that it holds likely.',
    },
  },
  back: 'Back',
  next: 'Next',
  done: 'Done',
  leave: 'Leave',
  stepKeys: 'Step back or on',
};

declare module '../../ui/text' {
  interface Text {
    tour: typeof en;
  }
}
