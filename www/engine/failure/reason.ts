/** What went wrong, in words: anything can be thrown. */
export const reasonOf = (error: unknown) => (error instanceof Error ? error.message : String(error));

export const sentence = (message: string) => (/[.!?]$/.test(message) ? message : `${message}.`);
