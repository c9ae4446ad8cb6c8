// The attribute `z`: numbers with spaces or commas between.

export const numbersIn = (text: string): number[] =>
  text
    .split(/[\s,]+/)
    .filter(Boolean)
    .map(Number);

/** For people. */
export const shownNumber = (value: number) => value.toFixed(2).replace('-', '−');

/** To the thousandth. */
export const writtenNumbers = (z: readonly number[]) =>
  z.map((value) => String(Number(value.toFixed(3)))).join(' ');
