/** A worker's first message: its script has come, and runs. */
export interface Here {
  /** The script's address. */
  here: string;
}

/** The address of a first message; of others nothing. */
export const hereOf = (data: unknown) => (data as Partial<Here> | undefined)?.here;
