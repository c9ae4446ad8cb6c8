// Whole thousands apart, as English and Chinese write them: `Intl` takes longer to wake than all else that the first screen says.

export const thousands = (digits: string) => digits.replace(/\B(?=(\d{3})+$)/g, ',');

/** A number of a refusal, apart from 10,000 on, as the crate writes it. */
export function grouped(value: number): string {
  const [whole = '', ...rest] = String(value).split('.');
  return [Math.abs(value) < 10_000 ? whole : thousands(whole), ...rest].join('.');
}
