import type { Fault } from '../protocol';
import type { problems as english } from './en';
import { grouped } from './grouped.ts';

const faults: Record<Fault, string> = {
  field: '设置超出范围',
  dataset: '数据集文件有误，请重新载入页面',
  weights: '模型文件有误，请重新选择模型',
  diverged: '训练发散，请重置并用更小的学习率或 β 重新开始',
  argument: '请求与模型或数据不符',
  latentSize: '点的维数与模型不符',
  device: '计算设备出错',
};

export const problems: typeof english = {
  builds: {
    cpu: 'CPU',
    threads: '多线程 CPU',
    fused: '多线程 CPU',
    webgpu: 'WebGPU',
    import: '读取数据的',
    uses: '用途',
  },
  address: (parts) => `${parts.join('')}地址的其余部分有效。`,
  misread: {
    strange: (name, meant) => `地址中的“${name}”没有意义${meant ? `，是否指“${meant}”？` : '。'}`,
    several: (name, values) =>
      `地址中的“${name}”：应只出现一次，得到 ${values.map((value) => `“${value}”`).join('、')}，以第一个为准。`,
    unused: (name, choice) => `地址中的“${name}”没有作用：它属于“${choice}”的另一个选项。`,
    empty: (name) => `地址中的“${name}”：应为一个名称，但后面是空的。`,
    beside: (name, other) => `地址中的“${name}”没有作用：旁边的“${other}”已决定用哪些数据。`,
    expectedOne: (name, came, expected) =>
      `地址中的“${name}”：应为 ${expected.join('、')} 之一，得到的是“${came}”。`,
    expectedThreads: (name, came) => `地址中的“${name}”：应为不小于 1 的整数，得到的是“${came}”。`,
    expectedWindow: (name, came, span) =>
      `地址中的“${name}”：应为以逗号分隔的三个数，中心在 −${span} 到 ${span} 之间，跨度大于 0 且不超过 ${span}，得到的是“${came}”。`,
    expectedNumbers: (name, came, numbers, most) =>
      `地址中的“${name}”：应为以逗号分隔的 ${numbers} 个数，范围 −${most} 到 ${most}，得到的是“${came}”。`,
    expectedItems: (name, came, items) =>
      `地址中的“${name}”：应为以逗号分隔的项目编号，范围 1 到 ${grouped(items)}，得到的是“${came}”。`,
    itemsModel: (name) => `地址中的“${name}”：旁边应有一个项目（例如喜好）的模型。`,
    textsModel: (name) => `地址中的“${name}”：旁边应有一个文字的模型。`,
    expectedSameSite: (name, came) => `地址中的“${name}”：应为本站上模型文件的地址，得到的是“${came}”。`,
  },
  things: { models: '模型列表', sets: '数据集列表', manifest: '数据集的说明' },
  unreachable: (path) => `无法取得 ${path}：请检查网络连接，然后重试。`,
  missing: (path, status, atHome) =>
    `服务器上应有 ${path}，但得到的回答是 ${status}：请${atHome ? '重新运行安装步骤' : '稍后重试'}。`,
  stalled: (path, came) =>
    `${path} 已有 10 秒没有任何数据传来${came > 0 ? `（此前收到 ${grouped(came)} 字节）` : ''}：请检查网络连接，然后重试。`,
  brokenOff: (path, came) => `${path} 在收到 ${grouped(came)} 字节后中断：请重试。`,
  wrongSize: (path, expected, came) =>
    `${path} 传输有误：应有 ${grouped(expected)} 字节，收到的是 ${grouped(came)} 字节。请重试。`,
  changed: (path) => `${path} 传输有误：内容与发布的不同。请重试。`,
  notAsExpected: (path, what) => `${path} 应为${what}，但收到的是别的内容：请稍后重试。`,
  noScript: (path) => `${path} 应为脚本，但没有收到可运行的脚本：请重试。`,
  noPart: '页面的一部分无法载入：请重试，或重新载入页面。',
  noWebAssembly: '这个浏览器关闭了 WebAssembly，而这里的一切计算都靠它：请允许使用，然后重新载入页面。',
  noData: (name) =>
    name
      ? `这里没有数据集“${name}”：本站构建时没有包含它。请选择别的数据集。`
      : '训练它所用的您自己的数据不在这里：它已从本浏览器删除，或从未保存。请重新导入同样的文件，或选择别的数据集。',
  build: (build, why) => `无法载入 ${build} 版本：${why}`,
  gpuLost: (message) => `GPU 设备已丢失。${message}`,
  gpuRefused: (message) => `GPU 拒绝执行。${message}`,
  trainingStopped: (why) => `训练已停止：${why}`,
  evaluationStopped: (why) => `评估已停止：${why}`,
  usesStopped: (why) => `用模型副本进行的计算已停止：${why}`,
  noWorker: '无法载入它的 Worker。',
  noStorage: '此浏览器不为本网页保存任何内容：存储被禁用，或这是隐私窗口。其余一切照常。',
  storageFull: '未能保存：浏览器为本网页提供的存储已满。请删除已保存的训练或数据，腾出空间。',
  newerTab: '另一个标签页打开了本网页的新版本，存储由它使用：请重新载入此标签页。',
  otherTab: '另一个标签页正在使用这次训练：请在那里继续，或先关闭那个标签页。',
  savedGone: '要找的保存内容已不在：被另一个标签页或浏览器删除了。',
  savedDamaged: '保存的内容与写入时不同：校验和不符。它保持原样；请删除它，或换一个。',
  notExperiment: (name, what) => `应为本页面保存的实验，但 ${name} 中的 ${what} 缺失或已被更改。`,
  cutShort: (name, came, of) =>
    `未导入 ${name}：文件不完整，${of} 字节中只有 ${came} 字节。请重新复制或下载。`,
  notSafetensors: (name) =>
    `未导入 ${name}：它不是 safetensors 文件。请选择本页面或“latent train”保存的文件。`,
  notModel: (name, why) => `未导入 ${name}：${why}`,
  fileTooLarge: (name, most) => `模型最大为 ${Math.round(most / 1e6)} MB，但 ${name} 更大：未读取。`,
  noPng: '浏览器无法把图片做成 PNG 文件：请再试一次，或自行截图。',
  noEncoder: (format) => `此浏览器没有 ${format} 的编码器：请改存 GIF。`,
  falsified:
    '为防止指纹跟踪，此浏览器会篡改网页读取的画面，存下的文件会是噪声。请允许本站读取画布，然后重新保存。',
  fewImages: (least, came) =>
    `这需要至少 ${least} 幅测试图像，而现在只有 ${came} 幅：请选取更多，或换一个更大的数据集。`,
  noPosterior: '这需要变分模型，而所示的是自编码器：请选择另一个模型。',
  workerEnded: '它的 Worker 已结束。',
  noExplorer: (why) => `无法启动探索用的 Worker：${why}`,
  explorerStopped: (why) => `探索用的 Worker 已停止（${why.replace(/[。.]$/, '')}），现已重新启动。`,
  fault: (fault, message) => `${faults[fault]}。原文：${message}`,
  trapped: (message) =>
    `WebAssembly 中断（“${message}”），多半是内存不够：请减小批大小、样本数或各层的大小，然后重试。`,
  other: (message) => `出现错误。原文：${message}`,
  noCopy: '浏览器不允许此页面复制：请选中这些数字或页面地址，手动复制。',
};
