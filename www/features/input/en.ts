export const en = {
  title: 'Input',
  lead: 'Draw a digit <var>x</var>.',
  pad: 'Drawing pad',
  hint: 'Draw here',
  yourTurn: 'Your turn: draw a 7',
  eraser: 'Eraser',
  undo: 'Undo',
  redo: 'Redo',
  clear: 'Clear',
  pen: 'Pen width',
  more: 'More input',
  testDigitGroup: 'Test digit',
  anyClass: 'any',
  ofClass: 'Class of the test digit',
  number: 'Number of the test digit',
  no: 'No.',
  random: 'Random',
  testDigit: 'Random test digit',
  seen: 'What the model sees',
  nothing: 'Nothing yet.',
  sketched: 'A digit that the page draws.',
  drawing: (box: number, width: number, height: number) =>
    `Your drawing in a ${box} × ${box} box, centred by its mass in ${width} × ${height}, as MNIST was.`,
  colours: (width: number, height: number) =>
    `Your drawing as it lies on its ground, scaled by area to ${width} × ${height}.`,
  testDigitWords: (index: string, label: string) => `Test digit ${index}, a ${label}.`,
  trainingDigitWords: (index: string, label: string) => `Training digit ${index}, a ${label}.`,
  away: {
    ofDrawing: 'Of your drawing; z has moved.',
    ofSketch: 'Of the digit that the page drew; z has moved.',
    ofSample: 'Of the image taken; z has moved.',
    ofText: 'Of what is written; z has moved.',
    ofItems: 'Of what is liked; z has moved.',
  },
  help: 'Drawing needs a mouse, a pen or a finger. By keyboard, take a test digit instead.',
};

declare module '../../ui/text' {
  interface Text {
    input: typeof en;
  }
}
