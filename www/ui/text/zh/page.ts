import type { page as english } from '../en/page';

export const page: typeof english = {
  join: (sentences) => sentences.join(''),
  list: (words) => words.join('、'),
  labelled: (name, words) => `${name}：${words}`,
  title: '潜空间探索器',
  description: '手写一个数字，在变分自编码器的潜空间里拖动，或者就在这个标签页里从零训练一个模型。',
  lead: '<strong>变分自编码器</strong>把手写数字压缩成几个数，再从这几个数把它画出来。<span>写一个数字，在数字之间的空间里拖动，或者从零训练一个模型。一切都在这个标签页里运行。</span>',
  skip: '跳到',
  skipToTool: '工具',
  skipToStart: '开始训练',
  made: '学习部分用 Rust 写成，以 Burn 为对照测试，编译为 WebAssembly，在两个 Worker 里运行。您写的和训练的都不会离开这台机器。<a href="bench.html" hreflang="en">测一测这台机器训练有多快</a>（英文）。',
};
