import type { starting as english } from '../en/starting';

const failed = { webgpu: 'WebGPU', threads: '多线程' };
const next = { webgpu: 'CPU', threads: '单线程' };
const ended = (why: string) => (/[。.!?]$/.test(why) ? why : `${why}。`);

export const starting: typeof english = {
  loading: '正在载入……',
  images: (percent) => `正在载入数字：${percent}%`,
  gpu: '正在准备 GPU……',
  comparison: '正在比较 GPU 与 CPU……',
  build: (build, percent) => `正在载入 ${build} 版本：${percent}%`,
  model: (images) => `正在为 ${images} 个数字建立模型……`,
  cpu: (threads) => `CPU，${threads} 个线程，SIMD`,
  webgpu: (adapter) => `WebGPU，${adapter}`,
  unnamed: '未命名的适配器',
  inSoftware: (adapter) => `${adapter}，由软件模拟`,
  faster: (device, other, less, more) =>
    `${device}（在这里比 ${other === 'cpu' ? 'CPU' : 'WebGPU'} 快：每步 ${less} 毫秒，对 ${more} 毫秒）`,
  planned: '训练开始时选定',
  plannedCpu: (why) => `CPU。${why}`,
  notOnWebGpu: 'WebGPU 训练的模型，权重和一批数据在每一层的值都要装得进它保证的单块 128 MiB 内存。',
  missing: {
    'not offered': '这个浏览器不提供 WebGPU。',
    'no adapter': 'WebGPU 没有找到图形适配器。',
    'no timestamp-query': 'WebGPU 需要支持“timestamp-query”的适配器，而这一个不支持。',
  },
  onCpuInstead: (why) => `${why}改在 CPU 上训练。`,
  noThreads: (threads) =>
    `无法用 ${threads} 个线程训练：线程之间不能共享内存，因为此页面没有跨源隔离，或此浏览器不提供共享内存。改用一个线程训练。`,
  fewerThreads: (asked, cores) =>
    `要求了 ${asked} 个线程，但只有 ${cores} 个核心：线程多于核心反而更慢。改用 ${cores} 个线程训练。`,
  unused: (build, why) => `无法使用${failed[build]}：${ended(why)}改用${next[build]}训练。`,
  stopped: (build, why, step) =>
    `${failed[build]}已停止：${ended(why)}从第 ${step} 步起改用${next[build]}继续训练。`,
};
