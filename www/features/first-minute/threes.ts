import { isImage } from '../../engine/data/spec';
import type { DataSpec } from '../../engine/protocol';

/** Whether what the page draws is of the data: to a model of others it is no input. */
export const hasThrees = (data: DataSpec) => isImage(data) && data.classes.includes('3');
