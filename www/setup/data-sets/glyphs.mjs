// Glyphs of a font as pictures like MNIST's: antialiased, white on black, the longer side of the ink 20 of 28 pixels, and
// the centre of its mass in the middle, as the crate prepares a drawing.

const side = 28;
const inkBox = 20;
/** Pictures drawn at once: their bytes, four a pixel, stay few. */
const atOnce = 500;

/** A glyph as SVG draws it, with y downwards: `{ d, x, y, scale }`, of which x, y come into the middle. */
function outlineOf(font, character) {
  const path = font.charToGlyph(character).getPath(0, 0, font.unitsPerEm);
  const { x1, y1, x2, y2 } = path.getBoundingBox();
  const scale = inkBox / Math.max(x2 - x1, y2 - y1);
  return { d: path.toPathData(1), x: (x1 + x2) / 2, y: (y1 + y2) / 2, scale };
}

/** One below the other, each cut at its own edges. */
function sheetOf(outlines) {
  const glyphs = outlines.map(
    ({ d, x, y, scale }, index) =>
      `<svg y="${side * index}" width="${side}" height="${side}"><path transform="translate(${side / 2} ${side / 2}) scale(${scale}) translate(${-x} ${-y})" d="${d}"/></svg>`,
  );
  const height = side * outlines.length;
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${side}" height="${height}">${glyphs.join('')}</svg>`;
}

/** How much of each pixel is ink: `render` gives four bytes a pixel, of which the last says it. */
function inkOf(outlines, render) {
  const pixels = render(sheetOf(outlines));
  return outlines.map((_, index) =>
    Uint8Array.from({ length: side * side }, (_, pixel) => pixels[4 * (side * side * index + pixel) + 3]),
  );
}

/** From the middle of a picture, in pixels. */
export function centreOfMass(ink) {
  let [mass, x, y] = [0, 0, 0];
  ink.forEach((value, index) => {
    mass += value;
    x += value * ((index % side) + 0.5);
    y += value * (Math.floor(index / side) + 0.5);
  });
  return { x: x / mass - side / 2, y: y / mass - side / 2 };
}

/** Drawn twice: only ink has a mass. */
function drawn(outlines, render) {
  const centred = inkOf(outlines, render).map((ink, index) => {
    const outline = outlines[index];
    const off = centreOfMass(ink);
    return { ...outline, x: outline.x + off.x / outline.scale, y: outline.y + off.y / outline.scale };
  });
  return inkOf(centred, render);
}

/** A picture of each character, or undefined of one that the font lacks. */
export function picturesOf(font, characters, render) {
  const has = characters.filter((character) => font.charToGlyphIndex(character) > 0);
  const pictures = new Map();
  for (let first = 0; first < has.length; first += atOnce) {
    const some = has.slice(first, first + atOnce);
    const outlines = some.map((character) => outlineOf(font, character));
    drawn(outlines, render).forEach((picture, index) => {
      pictures.set(some[index], picture);
    });
  }
  return characters.map((character) => pictures.get(character));
}
