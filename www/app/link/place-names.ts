/** What of where a person is the address carries, beside the model and the settings. */
export const PLACES = ['items', 'text', 'z', 'grid', 'window', 'axes', 'layers', 'class', 'open'] as const;
export type Place = (typeof PLACES)[number];
