/** Lets time pass. In a hidden tab it may be a second, at times a minute. */
export const pause = (milliseconds: number) =>
  new Promise<undefined>((resolve) => setTimeout(resolve, milliseconds));
