export const input = {
  title: 'Input',
  lead: 'Draw a digit <var>x</var>.',
  pad: 'Drawing pad',
  hint: 'Draw here',
  eraser: 'Eraser',
  undo: 'Undo',
  clear: 'Clear',
  testDigit: 'Random test digit',
  seen: 'What the model sees',
  nothing: 'Nothing yet.',
  help: 'Drawing needs a mouse, a pen or a finger. By keyboard, take a random test digit instead.',
};
