/** The codes of the test digits, which more than one feature waits for. */
export const codes = {
  finding: 'Encoding the test digits …',
};
