// What the npm package offers: models that answer, and training on images of one's own.

export type {
  DataSpec,
  Encoding,
  Finish,
  ModelConfig,
  ModelSummary,
  RunConfig,
  Terms,
} from './latent';
export { Model, type OfClass } from './model';
export {
  type ImageSet,
  type Settings,
  type Stops,
  Training,
  type TrainingEvents,
  type TrainOptions,
} from './training';
