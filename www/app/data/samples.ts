import { hasTexts, hasWords, isImage, SITE_KEY } from '../../engine/data/spec';
import type { DataSet } from '../../engine/protocol';
import type { Samples } from '../../ui/text';

/** What the samples of a data set are to be called. */
export function samplesOf({ data, key }: Pick<DataSet, 'data'> & { key: string | undefined }): Samples {
  if (hasWords(data) || hasTexts(data)) return 'texts';
  if (!isImage(data)) return 'people';
  return key === SITE_KEY ? 'digits' : 'images';
}
