// The crate's own types, as far as they are a consumer's too.

export type {
  DataSpec,
  Encoding,
  Finish,
  Form,
  ModelConfig,
  ModelSummary,
  RunConfig,
  Terms,
} from '../../public/wasm/cpu/latent';
