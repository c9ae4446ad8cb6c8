export const page = {
  join: (sentences: readonly string[]) => sentences.join(' '),
  list: (words: readonly string[]) => words.join(', '),
  labelled: (name: string, words: string) => `${name}: ${words}`,
  title: 'Latent Explorer',
  description:
    'Draw a digit, drag through the latent space of a variational autoencoder, or train one from scratch in this tab.',
  lead: 'A <strong>variational autoencoder</strong> squeezes digits through a few numbers and draws them again. <span>Draw one, drag through the space between them, or train a model. Everything runs in this tab.</span>',
  skip: 'Skip to',
  skipToTool: 'The tool',
  skipToStart: 'Start training',
  made: 'The learning is Rust compiled to WebAssembly, tested against Burn, in two workers. Nothing that you draw or train leaves this machine. <a href="bench.html">Measure how fast this machine trains</a>.',
};
