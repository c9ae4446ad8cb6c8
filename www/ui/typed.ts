// Numbers as people type them: with a decimal comma, a real minus sign, or in the full width of a Chinese input method.

/** Where full-width forms stand, from their ASCII ones. */
const FULL_WIDTH = 0xfee0;

const inAscii = (typed: string) =>
  typed
    .replace(/[！-～]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) - FULL_WIDTH))
    .replaceAll('−', '-')
    .trim();

/** One comma between an Englishman's thousands; it could be a decimal one too, and is not guessed at. */
const THOUSANDS = /^[+-]?[1-9]\d{0,2},\d{3}$/;

/** The text of one number, with a decimal point. */
export function numberText(typed: string): string {
  const text = inAscii(typed).replaceAll('。', '.');
  return /^[^.,]*,[^.,]*$/.test(text) && !THOUSANDS.test(text) ? text.replace(',', '.') : text;
}

/** The text of a list of whole numbers, with commas between. */
export const listText = (typed: string) => inAscii(typed).replaceAll('、', ',');

const NUMBER = /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i;

/** NaN for what is no number, or one too large to be any. */
export function typedNumber(typed: string): number {
  const text = numberText(typed);
  const value = NUMBER.test(text) ? Number(text) : Number.NaN;
  return Number.isFinite(value) ? value : Number.NaN;
}

/** What stands between numbers; where semicolons do, a comma before a digit is a decimal one. */
const BETWEEN = /[;；,，、\s]+/;
const BETWEEN_DECIMALS = /(?:[;；，、\s]|,(?![\d０-９]))+/;
const SEMICOLONS = /[;；]+/;

/** Numbers of a list, each as its text. */
export const numberTexts = (typed: string): string[] =>
  parted(typed, SEMICOLONS.test(typed) ? BETWEEN_DECIMALS : BETWEEN).map(numberText);

/** Lists of whole numbers, each as its text. */
export const listTexts = (typed: string): string[] => parted(typed, SEMICOLONS).map(listText);

/** Between parts of the address, as input methods have it too. */
export const COMMA = /[,，、]/;

const parted = (typed: string, between: RegExp) => typed.split(between).filter((part) => part.trim() !== '');
