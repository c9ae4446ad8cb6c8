export const en = {
  progress: 'Progress of the step',
  starts: (so: string) => `It goes on: ${so} so far.`,
  step: (images: string, seconds: string, so: string) =>
    `A step of ${images} images takes about ${seconds}: ${so} so far.`,
  unknown: (images: string, so: string) => `A step of ${images} images is being made: ${so} so far.`,
  ends: 'The step under way ends first.',
};

declare module '../../ui/text' {
  interface Text {
    longStep: typeof en;
  }
}
