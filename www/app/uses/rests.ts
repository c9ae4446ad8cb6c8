// What takes longer than a hand waits for is begun when it rests.

/** A hand that has not moved for so long. */
const RESTS_MS = 150;

/** Whether nothing newer comes for a while. */
export const rests = (overtaken: AbortSignal) =>
  new Promise<boolean>((resolve) => {
    if (overtaken.aborted) return resolve(false);
    const timer = setTimeout(() => resolve(true), RESTS_MS);
    overtaken.addEventListener('abort', () => {
      clearTimeout(timer);
      resolve(false);
    });
  });
