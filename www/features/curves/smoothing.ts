/**
 * The exponential moving average of weight `weight` in [0, 1), corrected for its start (Kingma and Ba 2014, section 3):
 * without that the zero that it begins at would pull on the first values.
 */
export function smoothed(values: readonly number[], weight: number): readonly number[] {
  if (weight === 0) return values;
  let average = 0;
  let known = 0;
  return values.map((value) => {
    average = weight * average + (1 - weight) * value;
    known = weight * known + (1 - weight);
    return average / known;
  });
}
