import type { StepBreakdown } from '../../engine/protocol';
import { imagesIn } from '../../ui/shown-data';

/** Of how many images of the batch a walk has all there is to show. */
export const imagesOf = ({ inputs }: StepBreakdown) => imagesIn(inputs);
