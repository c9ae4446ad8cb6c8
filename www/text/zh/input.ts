import type { input as english } from '../en/input';

export const input: typeof english = {
  title: '输入',
  lead: '写一个数字 <var>x</var>。',
  pad: '手写板',
  hint: '写在这里',
  eraser: '橡皮',
  undo: '撤销',
  clear: '清除',
  testDigit: '随机测试数字',
  seen: '模型看到的',
  nothing: '还没有输入。',
  help: '手写需要鼠标、笔或手指。用键盘时，可以改取一个随机测试数字。',
};
