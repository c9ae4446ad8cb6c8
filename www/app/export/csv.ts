// Tables as spreadsheets open them: RFC 4180, in UTF-8 that says so by a byte-order mark.

import Papa from 'papaparse';

const BYTE_ORDER_MARK = '\ufeff';

/** How a formula begins, for a spreadsheet. */
const FORMULA = /^[=+\-@\t\r]/;

/** What a person has called something is no formula, however it begins. */
export const csvText = (
  columns: readonly string[],
  rows: readonly (readonly (string | number)[])[],
): string =>
  `${BYTE_ORDER_MARK}${Papa.unparse({ fields: [...columns], data: rows.map((row) => [...row]) }, { escapeFormulae: FORMULA })}\r\n`;

export const csvBlob = (...table: Parameters<typeof csvText>) =>
  new Blob([csvText(...table)], { type: 'text/csv' });
