/** Whether the person has the browser save data: then nothing is fetched before it is wanted. Not all browsers tell. */
export const savesData = () =>
  Boolean((navigator as { connection?: { saveData?: boolean } }).connection?.saveData);
