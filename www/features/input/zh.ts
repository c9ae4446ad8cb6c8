import type { Text } from '../../ui/text';

export const zh: Text['input'] = {
  title: '输入',
  lead: '写一个数字 <var>x</var>。',
  pad: '手写板',
  hint: '写在这里',
  yourTurn: '轮到您了：写一个 7',
  eraser: '橡皮',
  undo: '撤销',
  redo: '重做',
  clear: '清除',
  pen: '笔的粗细',
  more: '更多输入',
  testDigitGroup: '测试数字',
  anyClass: '任意',
  ofClass: '测试数字的类别',
  number: '测试数字的编号',
  no: '编号',
  random: '随机',
  testDigit: '随机测试数字',
  seen: '模型看到的',
  nothing: '还没有输入。',
  sketched: '网页自己写的一个数字。',
  drawing: (box, width, height) =>
    `您写的数字缩放到 ${box} × ${box} 的框中，再按质心居中于 ${width} × ${height}，与 MNIST 的做法相同。`,
  testDigitWords: (index, label) => `测试数字 ${index}，是 ${label}。`,
  trainingDigitWords: (index, label) => `训练数字 ${index}，是 ${label}。`,
  away: {
    ofDrawing: '属于您写的数字；z 已被移开。',
    ofSample: '属于所取的图像；z 已被移开。',
  },
  help: '手写需要鼠标、笔或手指。用键盘时，可以改取一个测试数字。',
};
