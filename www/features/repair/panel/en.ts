export const en = {
  lead: 'Rub out a part of the picture with mouse, pen or finger, or by the buttons. The model looks for the z whose picture has the known pixels, from where it was a moment ago, at each move.',
  brush: 'Brush',
  erase: 'Erase',
  quarter: 'Lower right quarter',
  half: 'Lower half',
  centre: 'Centre',
  clear: 'Put all back',
  pad: 'The picture: rub out a part of it. The buttons erase by keyboard.',
  erased: 'Known pixels; what is hatched is erased',
  result: 'Repaired',
  draws: 'What could stand there',
  again: 'Draw again',
  draw: (number: number) => `draw ${number}`,
  empty: 'Draw a picture above, or choose a test image: it can be repaired here.',
  nothing: 'Nothing is erased yet.',
  all: 'All is erased: with nothing known, anything could stand there. Put some of it back, or look at samples from the prior.',
  shown: (model: string, mean: string, modelNats: string, meanNats: string) =>
    `Squared error of the erased pixels of this picture: ${model}, mean training picture ${mean}; log p ${modelNats} against ${meanNats} nats.`,
  works: 'Working…',
  none: 'An autoencoder has no posterior: there is nothing to draw from.',
  honest:
    'Each draw is an answer that the known pixels allow: where much is erased they differ, and the repaired picture is only the likeliest of them. The model knows no other pictures than those that it was trained on; for photographs, diffusion models fill in more.',
};

export type Words = typeof en;
