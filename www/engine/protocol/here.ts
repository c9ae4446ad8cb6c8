/** A worker's first message: its script has come, and runs. */
export const HERE = 'here';
