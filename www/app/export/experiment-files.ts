// What every experiment's zip holds, and how one is told from other zips.

export const DESCRIPTION = 'experiment.json';
export const WEIGHTS = 'model.safetensors';

/** More than the largest run that a tab trains, in a zip or as it is. */
export const MOST_BYTES = 512 * 2 ** 20;

/** More than its list of files takes, which ends a zip. */
const LIST_BYTES = 2 ** 17;

export async function isExperiment(file: Blob): Promise<boolean> {
  const end = await file.slice(-LIST_BYTES).text();
  return [DESCRIPTION, WEIGHTS].every((name) => end.includes(name));
}
