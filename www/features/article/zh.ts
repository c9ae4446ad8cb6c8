import type { Text } from '../../ui/text';

export const zh: Text['article'] = {
  noInput: '还没有输入：在上方给出一个，或取一个测试样本。',
  noPosterior: '这个模型是自编码器：它没有后验，每个输入只有一个 z。',
  own: (index, label) => `还没有输入，所用的是 MNIST 的测试数字 ${index}，即 ${label}。`,
  pipeline: {
    input: '模型看到的输入',
    output: '解码器由 z 画出的图像',
    encoder: '编码器',
    decoder: '解码器',
    more: (dimensions) => `另有 ${dimensions} 维`,
    follows: 'z 跟随输入：z = μ。',
    away: (distance) => `z 已被移动：与 μ 相距 ${distance}。`,
  },
  samples: {
    noise: '噪声 ε',
    again: '重新抽样',
    tile: (sample) => `解码器由样本 ${sample} 画出的图像`,
    reading: (point, noisy) => (noisy ? `后验的八个样本：${point}。` : `没有噪声，八次都是均值：${point}。`),
  },
  terms: {
    digit: '当前输入',
    train: '训练批次',
    test: '训练中测试样本',
    none: {
      digit: '在上方给出一个输入，或取一个测试样本。',
      train: '还没有训练 VAE。',
      test: '尚无测量值。',
    },
  },
  price: {
    sum: (nats) => `KL = ${nats} 奈特`,
    reading: (dimensions) => `${dimensions} 个圆点：当前输入的后验的各个维度。`,
  },
  beta: {
    run: '训练',
    reading: (beta, reconstruction, kl, loss, data) =>
      `β = ${beta}：${reconstruction} + ${beta} × ${kl} = ${loss} 奈特；${data}。`,
    none: (beta) => `还没有训练；下一次训练的 β = ${beta}。`,
  },
  collapse: {
    reading: (dimensions, silent, sum) =>
      `${dimensions} 个维度中有 ${dimensions - silent} 个对当前输入有所表达；KL 项为 ${sum} 奈特。`,
    mixture: '该模型的先验是混合分布、后验为全协方差，或有第二层潜变量：KL 没有逐维的部分。',
  },
  halved: {
    before: '下半已擦去',
    after: '由模型填补',
    whole: '原样',
    works: '修补中……',
    reading: (model, mean) => `被擦像素的均方误差（0 到 1）：${model}；用训练图像的均值填补则为 ${mean}。`,
  },
  judged: {
    blank: '一张白纸',
    picture: '一幅数据中的图像',
    elbo: (nats, percent) => `ELBO ${nats} 奈特，高于 ${percent}% 的训练图像`,
    corrected: (percent) => `校正后的得分高于 ${percent}%：越高越异常`,
    learning: (percent) => `正在学习什么是寻常的：${percent}%……`,
    among: (images) => `与 ${images} 幅训练图像相比，由所示模型给出。`,
    none: '这个模型是自编码器：它没有似然，无从说一幅图像异常。',
  },
  reduced: {
    codes: (dimensions) => `编码，${dimensions} 维`,
    pca: (dimensions) => `PCA，${dimensions} 维`,
    kept: (trustworthiness) => `可信度 ${trustworthiness}`,
    plot: (name, images) => `${images} 幅测试图像，按类别着色：${name}`,
    compares: (percent) => `比较中：${percent}%……`,
    reading: (images) => `${images} 幅测试图像；颜色表示类别。`,
    lacks: '这个数据集的测试图像太少，无法比较它们的近邻。',
  },
  denoised: {
    methods: {
      nothing: '有噪声',
      median: '3 × 3 中值',
      encodeDecode: '编码再解码',
      optimised: '最可能的 z',
    },
  },
  tastes: {
    other: '这个模型不是口味的，也不是不计顺序的词的：选一个这样的模型，就能在这里看到。',
    works: '正在计算…',
    share: (percent) => `${percent}%`,
    ofLikes: '在上面所喜欢之物的 z = μ 处。',
    ofPoint: '在 z 移到的那一点。',
  },
  written: {
    other: '这个模型不是文字的：选一个文字的模型，就能在这里看到。',
    nothing: '什么也没有：文字立即结束。',
    write: (z) => `在 z = ${z} 处每次取最可能的字符。在上面写一段自己的文字，就能看到模型的预期。`,
    reading: (z) => `上面是在 z = ${z} 处写出的文字；下面是你的文字在同一个 z 处。`,
    letter: (character, percent, others) => `${character}：${percent}%；也可能是 ${others}`,
  },
  axes: {
    tile: (name, z) => `解码器在 ${name} = ${z} 处画出的图像`,
    reading: (name, z, below, cell) =>
      `${name} = ${z}：N(0, 1) 有 ${below} 在它以下；它所在的格子占 ${cell}。`,
  },
};
