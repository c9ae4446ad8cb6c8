export const en = {
  title: 'Arithmetic of digits',
  lead: 'z, and what the mean code of one class has that another’s has not.',
  z: 'z',
  result: 'result',
  mean: 'mean',
  meanOf: (digit: string) => `mean ${digit}`,
  plus: 'Add the mean of class',
  minus: 'Subtract the mean of class',
  strength: 'Strength',
  apply: 'Move z there',
};

declare module '../../ui/text' {
  interface Text {
    arithmetic: typeof en;
  }
}
