export const en = {
  lead: 'The picture is shrunk, each pixel the mean of a square, and made large again. The model looks for the z whose picture, shrunk, is the small one.',
  from: 'From',
  sides: (width: number, height: number) => `${width} × ${height} pixels`,
  small: (width: number, height: number) => `${width} × ${height}, as it came`,
  empty: 'Draw a picture above, or choose a test image: it is shrunk and enlarged here.',
  odd: 'Pictures of these sides cannot be halved.',
  waits: 'Working…',
  done: 'PSNR and SSIM of this picture, against the picture before it was shrunk; the nearest is framed.',
  honest:
    'What the model adds was never in the small picture: it is what its training pictures have there. For photographs a network that was trained to enlarge is the tool, and where every pixel has to be true, none is.',
};

export type Words = typeof en;
