import { grouped } from '../../engine/failure/grouped';
import type { Advised, Expected } from '../../engine/protocol';
import type { Text } from '../../ui/text';

function expected(what: Expected): string {
  switch (what.kind) {
    case 'anyWhole':
      return '整数';
    case 'anyNumber':
      return '数';
    case 'whole':
      return ` ${grouped(what.low)} 到 ${grouped(what.high)} 的整数`;
    case 'number':
      return ` ${grouped(what.low)} 到 ${grouped(what.high)} 的数`;
    case 'positive':
      return `大于 0、不超过 ${grouped(what.high)} 的数`;
    case 'oneOf':
      return ` ${what.options.join('、')} 之一`;
    case 'layers':
      return `至多 ${grouped(what.most)} 层`;
    case 'parameters':
      return `各层的权重与偏置总数至多 ${grouped(what.most)}`;
    case 'memory':
      return `至多 ${grouped(what.most)}：就目前的层与样本数，内存只够这么多`;
    case 'noFreeBits':
      return ' 0：多于一个样本、采用混合先验、全协方差或第二层潜变量时，没有逐维的 KL';
    case 'fullCovariance':
      return `至多 ${grouped(what.most)}：全协方差对每两维都有一个数`;
    case 'oneSample':
      return ' 1：自编码器不采样';
    case 'noLower':
      return ' 0：只有图像数据、对角协方差的后验和标准梯度估计才能有第二层';
  }
}

function advised(what: Advised): string {
  switch (what.kind) {
    case 'shortcuts':
      return `连续 ${what.plain} 个普通层传不回多少梯度。宽度相同的层加上残差捷径与层归一化（见“高级设置”）就能训练。`;
    case 'equalWidths':
      return '没有两个相邻的隐藏层同宽：没有捷径可走。';
  }
}

export const zh: Text['settings'] = {
  kind: '种类',
  kinds: {
    vae: 'VAE',
    betaVae: 'Beta-VAE',
    autoencoder: '自编码器',
    denoising: '去噪 VAE',
    conditional: '条件 VAE',
    importance: '重要性加权自编码器',
    mixed: '混合',
  },
  advanced: '高级设置',
  labels: {
    latentSize: '潜变量维数',
    network: '网络',
    channels: '通道数',
    hiddenSizes: '隐藏层大小',
    decoder: '解码器',
    shortcuts: '捷径连接',
    normalisation: '归一化',
    likelihood: '似然',
    sigma: '似然的 σ',
    contextLength: '窗口（字符数）',
    contextUnits: '每字符隐藏单元数',
    embedding: '嵌入维数',
    wordDropout: '词丢弃',
    dropout: '随机失活',
    dataView: '数据视图',
    posterior: '后验',
    lowerSize: '第二层维数',
    prior: '先验',
    components: '混合分量数',
    condition: '条件',
    corruption: '输入损坏',
    noise: '噪声 σ',
    share: '遮盖比例',
    optimizer: '优化器',
    weightDecay: '权重衰减',
    momentum: '动量',
    adamEpsilon: 'Adam 的 ε',
    schedule: '学习率调度',
    epochs: '调度轮数',
    beta: 'Beta',
    learningRate: '学习率',
    batchSize: '批大小',
    seed: '随机种子',
    samples: '样本数 k',
    estimator: '梯度估计',
    klWarmUpEpochs: 'KL 预热轮数',
    freeBits: '自由比特（奈特）',
    warmUpSteps: '学习率预热步数',
    clipNorm: '梯度裁剪范数',
    patience: '提前停止轮数',
  },
  options: {
    network: { dense: '全连接', convolutional: '卷积' },
    decoder: { layers: '各层，与编码器对称', topics: '主题（ProdLDA）' },
    shortcuts: { none: '无', residual: '残差' },
    normalisation: { none: '无', layer: '层归一化' },
    likelihood: {
      bernoulli: '伯努利',
      gaussianFixed: '高斯，固定 σ',
      gaussianShared: '高斯，学习一个 σ',
      gaussianPixel: '高斯，每像素一个 σ',
      multinomial: '多项分布',
      characters: '逐字',
    },
    dataView: { greyscale: '灰度', binarised: '二值化', thresholded: '阈值化' },
    posterior: { gaussian: '高斯', fullCovariance: '高斯，全协方差', none: '无：确定性' },
    prior: { gaussian: '高斯', mixture: '高斯混合' },
    condition: { none: '无', class: '数字的类别' },
    corruption: { none: '无', noise: '高斯噪声', mask: '遮盖像素' },
    optimizer: { adam: 'Adam', adamW: 'AdamW', sgd: 'SGD', rmsProp: 'RMSProp' },
    estimator: { standard: '标准', doublyReparameterised: '双重重参数化' },
    schedule: { constant: '恒定', cosine: '余弦降到 0' },
  },
  atOnce: '立即生效',
  idle: {
    noKl: '自编码器没有 KL 项。',
    noSamples: '自编码器不采样。',
    noFreeBits: '重要性加权下界、混合先验、全协方差和第二层潜变量都没有逐维的 KL。',
    noHiddenLayers: '模型没有隐藏层。',
    noPrior: '自编码器没有先验。',
    oneSample: '只有一个样本时没有重要性权重。',
  },
  advised,
  refused: (label, what, came) =>
    `${label}：应为${expected(what)}，${came === '' ? '但没有填写' : `得到的是${typeof came === 'string' ? `“${came}”` : ` ${grouped(came)}`}`}。`,
  waiting: (names) => `等待重置：${names.join('、')}。`,
  waitingRule: '没有标明“立即生效”的设置要等到重置。',
  choice: '后端选择',
  automatic: '自动',
  webgpu: 'WebGPU',
  cpu: 'CPU',
  backend: '后端',
};
