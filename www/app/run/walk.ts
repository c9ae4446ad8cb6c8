import type { StepBreakdown } from '../../engine/protocol';

const PIXELS = 784;

/** Of how many images of the batch a walk has all there is to show. */
export const imagesOf = ({ inputs }: StepBreakdown) => inputs.length / PIXELS;
