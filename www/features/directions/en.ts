export const en = {
  title: 'Thickness, slant, width',
  lead: 'Directions found by least squares on the codes of 1,000 test digits. R² is the share of the attribute’s variance that they explain.',
  thickness: 'Thickness',
  slant: 'Slant',
  width: 'Width',
  pixels: (value: string) => `≈ ${value} px`,
  degrees: (value: string) => `≈ ${value}°`,
  rSquared: (value: string) => `R² ${value}`,
};

declare module '../../ui/text' {
  interface Text {
    directions: typeof en;
  }
}
